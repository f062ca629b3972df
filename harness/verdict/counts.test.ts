import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeCounts } from './counts.ts';
import { type At, segmentsOf } from './testing/picture.ts';
import { runToEnd } from './testing/run-to-end.ts';

const judged = (at: At, allowed = 0) => judgeCounts(segmentsOf(at), allowed);
const settled = (at: At) => runToEnd({ handles: { Timeout: at } }).handles.Timeout?.state;

/** Each reading by itself, one too many or one too few. */
const jitter = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 81, maxLength: 81 }).map(
  (values): At =>
    (iteration) =>
      values[iteration / 10] as number,
);

describe('a count grows', () => {
  test('by one in five iterations', () => {
    expect(judged((i) => Math.floor(i / 5))).toEqual({
      perIteration: 0.2,
      low: 0.2,
      high: 0.2,
      total: 20,
      state: 'growing',
    });
  });

  test('at any rate of at least one in five, although readings jitter by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), jitter, (every, wobble) => {
        expect(settled((i) => Math.floor(i / every) + wobble(i))).toBe('growing');
      }),
    );
  });

  test('by one in forty, once the run is doubled', () => {
    expect(judged((i) => Math.floor(i / 40)).state).toBe('unsure');
    expect(settled((i) => Math.floor(i / 40))).toBe('growing');
  });

  test('beyond what is allowed only', () => {
    expect(judged((i) => i / 10, 0.1).state).toBe('flat');
    expect(judged((i) => i / 5, 0.1).state).toBe('growing');
    expect(judged((i) => Math.min(i, 8), 0.1).state).toBe('flat');
  });
});

describe('a count does not grow', () => {
  test('when it stays', () => {
    expect(judged(() => 3)).toEqual({ perIteration: 0, low: 0, high: 0, total: 0, state: 'flat' });
  });

  test('when it jitters by one', () => {
    fc.assert(
      fc.property(jitter, (wobble) => {
        expect(settled((i) => 7 + wobble(i))).not.toBe('growing');
      }),
      { numRuns: 500 },
    );
  });

  test('when it is one higher at the end by chance, and was before', () => {
    expect(judged((i) => (i % 20 === 0 ? 4 : 3) - (i === 0 ? 1 : 0)).state).toBe('flat');
  });

  test('when it falls', () => {
    expect(judged((i) => 100 - i).state).toBe('flat');
  });
});

test('a pool that fills up and stays full has stopped', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 70 }), (full) => {
      expect(settled((i) => Math.min(i, full))).toBe('stopped');
    }),
  );
});

test('a constant that is added to all counts changes nothing', () => {
  fc.assert(
    fc.property(jitter, fc.integer({ min: 0, max: 1000 }), (at, base) => {
      expect(judged((i) => base + at(i))).toEqual(judged(at));
    }),
  );
});

test('one more at the very last reading may be the first of many', () => {
  expect(judged((i) => (i < 100 ? 3 : 4)).state).toBe('unsure');
});

test('a rise that is not steady has a rate that may as well be none', () => {
  expect(judged((i) => Math.min(i, 50))).toEqual({ perIteration: 0.5, low: 0, high: 0.5, total: 50, state: 'stopped' });
});

test('the rate is that of the iterations seen, wherever in the run they are', () => {
  const late = { iterations: [400, 410, 420, 430, 440], values: [7, 17, 27, 37, 47] };
  expect(judgeCounts([late], 0)).toMatchObject({ perIteration: 1, state: 'growing' });
});

test('no readings are no growth', () => {
  expect(judgeCounts([], 0)).toEqual({ perIteration: 0, low: 0, high: 0, total: 0, state: 'flat' });
});
