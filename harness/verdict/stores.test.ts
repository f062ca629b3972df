import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeStore } from './stores.ts';
import { runToEnd } from './testing/run-to-end.ts';

const state = (bytes: number[], limit = 0) =>
  judgeStore({ owner: 7, bytes }, [0, 50, 100, 200, 400, 800].slice(0, bytes.length), limit).state;

/** Bytes of a table that is made `factor` times as large whenever it is full. */
function room(entries: number, factor: number): number {
  let capacity = 16;
  while (capacity < entries) capacity = Math.ceil(capacity * factor);
  return 8 * capacity;
}

test('a store that grows in the last interval and in two of three is growing, at its rate over the three', () => {
  expect(state([100, 200, 300, 500])).toBe('growing');
  expect(state([100, 100, 300, 500])).toBe('growing');
  expect(judgeStore({ owner: 7, bytes: [100, 100, 300, 500] }, [0, 50, 100, 200], 0)).toMatchObject({
    owner: 7,
    perIteration: 2,
    total: 400,
  });
});

test('a store that has not grown in the last interval has stopped', () => {
  expect(state([100, 200, 300, 500, 500])).toBe('stopped');
});

test('one step says nothing yet, nor do two in a short run', () => {
  expect(state([100, 100, 100, 500])).toBe('unsure');
  expect(state([100, 200, 300])).toBe('unsure');
  expect(state([100, 200, 200])).toBe('unsure');
});

test('growth within what is not judged is flat, and so is a store that shrinks', () => {
  expect(state([100, 200, 300, 500], 2)).toBe('flat');
  expect(state([500, 300, 200, 100])).toBe('flat');
});

test('numbers added with every iteration are found whatever was there before and however the store grows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.double({ min: 1.4, max: 2, noNaN: true }), (before, factor) => {
      // Each doubling is as long as all iterations before it, those before the baseline included.
      const iterations = [0, 50, 100];
      for (let i = 0; i < 4; i++) iterations.push(2 * (iterations.at(-1) as number) + before);
      const bytes = iterations.map((iteration) => room(before + iteration, factor));
      expect(judgeStore({ owner: 7, bytes }, iterations, 0).state).toBe('growing');
    }),
  );
});

test('a store that holds no more than so much is never called growing once it is full', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 1.4, max: 2, noNaN: true }), (most, factor) => {
      const at = (iteration: number) => room(Math.min(iteration, most), factor);
      expect(runToEnd({ store: at }).bytes.heap.state).toBe('flat');
    }),
  );
});

test('the heap grows by what its stores do, although no batch shows it', () => {
  const { bytes, stores } = runToEnd({ heap: () => 5e6, store: (iteration) => room(100 + iteration, 1.5) });
  expect(bytes.heap.state).toBe('growing');
  expect(stores.map(({ owner }) => owner)).toEqual([1]);
});

test('the rate is that of the last three intervals, not of the whole run', () => {
  const iterations = [0, 50, 100, 200, 400];
  expect(judgeStore({ owner: 7, bytes: [0, 1000, 1700, 2400, 3100] }, iterations, 0).perIteration).toBe(6);
});

test('a store that was measured once or twice only has no rate, or that of what was seen', () => {
  expect(judgeStore({ owner: 7, bytes: [100] }, [0], 0)).toEqual({
    owner: 7,
    perIteration: 0,
    total: 0,
    state: 'flat',
  });
  expect(judgeStore({ owner: 7, bytes: [100, 300] }, [0, 50], 0)).toMatchObject({ perIteration: 4, state: 'unsure' });
});

test('a store that is no larger than at baseline is flat, though it has grown of late', () => {
  expect(state([500, 100, 200, 300, 400])).toBe('flat');
  expect(state([400, 100, 200, 300, 400])).toBe('flat');
});

test('two steps long ago do not make one step now look like growth', () => {
  expect(state([100, 200, 300, 300, 300, 500])).toBe('unsure');
});
