import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reading } from './evidence.ts';
import { judgeResident, mayLeakNatively } from './resident.ts';

const EMPTY: Reading = {
  iteration: 0,
  heap: 0,
  external: 0,
  arrayBuffers: 0,
  rss: 0,
  processesRss: 0,
  processes: 0,
  fds: 0,
  handles: {},
  gauges: {},
};
const MB = 1024 * 1024;

/** Readings after batches of ten iterations, `rises` apart in resident bytes. */
function readings(rises: readonly number[], more: (batch: number) => Partial<Reading> = () => ({})): Reading[] {
  let rss = 50 * MB;
  return [0, ...rises].map((rise, batch) => {
    rss += rise;
    return { ...EMPTY, iteration: 10 * batch, rss, ...more(batch) };
  });
}

const even = (batches: number, rise: number) => readings(Array(batches).fill(rise));

test('native memory that rises in two of the last three batches of the warm-up is watched, whatever came before', () => {
  expect(mayLeakNatively(readings([9 * MB, 0, -MB, 180_000, 180_000, 180_000]), 0)).toBe(true);
  // sql.js 1.0.0, once.
  expect(mayLeakNatively(readings([5e6, 160_000, 916_000, -36_000, 164_000, 168_000]), 0)).toBe(true);
});

test('what a harmless warm-up shows is not watched: two batches that stay level are enough', () => {
  expect(mayLeakNatively(readings([9 * MB, 100_000, 400_000, 8_000, 4_000]), 0)).toBe(false);
  expect(mayLeakNatively(even(6, 60_000), 0)).toBe(false);
  expect(mayLeakNatively(even(3, 180_000), 0)).toBe(true);
  expect(mayLeakNatively(even(2, 180_000), 0)).toBe(false);
});

test('what is allowed is not watched', () => {
  expect(mayLeakNatively(even(6, 180_000), 20_000)).toBe(false);
});

test('memory that the heap or buffers explain is not native', () => {
  const rise = 180_000;
  const rss = Array(6).fill(rise);
  expect(
    mayLeakNatively(
      readings(rss, (batch) => ({ heap: rise * batch })),
      0,
    ),
  ).toBe(false);
  expect(
    mayLeakNatively(
      readings(rss, (batch) => ({ external: rise * batch })),
      0,
    ),
  ).toBe(false);
});

test('native memory that goes on in the second, longer segment grows, at its rate', () => {
  expect(judgeResident([even(6, 180_000), even(12, 180_000)], 0)).toMatchObject({
    perIteration: 18_000,
    total: 18 * 180_000,
    state: 'growing',
  });
});

test('native memory that rose faster at first, while the allocator filled its own room, still grows', () => {
  expect(judgeResident([even(6, 900_000), even(12, 180_000)], 0).state).toBe('growing');
});

test('an allocator may have room left for one batch in six', () => {
  expect(judgeResident([readings([2e5, 2e5, 0, 4e5, 2e5, 2e5]), even(12, 2e5)], 0).state).toBe('growing');
});

test('native memory that stops in the second segment is flat, and so is what was not watched', () => {
  expect(judgeResident([even(6, 180_000), even(12, 0)], 0).state).toBe('flat');
  const fading = [...Array(6).fill(400_000), ...Array(6).fill(90_000)];
  expect(judgeResident([even(6, 900_000), readings(fading)], 0).state).toBe('stopped');
  expect(judgeResident([], 0)).toEqual({ perIteration: 0, low: 0, high: 0, total: 0, state: 'flat' });
});

test('without a second segment nothing is certain', () => {
  expect(judgeResident([even(6, 180_000)], 0).state).toBe('unsure');
});

test('noise about a steady level never grows', () => {
  const noise = (batches: number) =>
    fc.array(fc.integer({ min: -3e5, max: 3e5 }), { minLength: batches, maxLength: batches });
  const about = (values: readonly number[]) =>
    readings([]).concat(values.map((value, i) => ({ ...EMPTY, iteration: 10 * (i + 1), rss: 50 * MB + value })));
  fc.assert(
    fc.property(noise(6), noise(12), (first, second) => {
      expect(judgeResident([about(first), about(second)], 0).state).not.toBe('growing');
    }),
    { numRuns: 5_000 },
  );
});

test('what a batch rises by has to exceed 64 KiB, be it watched or judged', () => {
  const KIB_64 = 64 * 1024;
  expect(mayLeakNatively(even(6, KIB_64 + 10), 0)).toBe(true);
  expect(mayLeakNatively(even(6, KIB_64), 0)).toBe(false);
  expect(judgeResident([even(6, KIB_64 + 10), even(12, KIB_64 + 10)], 0).state).toBe('growing');
  expect(judgeResident([even(6, KIB_64), even(12, KIB_64)], 0).state).toBe('flat');
});

test('growth goes on when it keeps half of its rate, and when four batches of five rise', () => {
  expect(judgeResident([even(6, 400_000), even(12, 200_000)], 0).state).toBe('growing');
  const one = [2e5, 2e5, 0, 2e5, 2e5];
  expect(judgeResident([readings(one), readings([...one, ...one])], 0).state).toBe('growing');
});
