import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  batchSlopes,
  hasFilled,
  judgeBytes,
  NOISE_BYTES_PER_BATCH,
  noiseFloor,
  staysToNextStart,
  totalOf,
} from './bytes.ts';
import { type At, segmentsOf } from './testing/picture.ts';
import { runToEnd } from './testing/run-to-end.ts';
import type { Segment } from './types.ts';

const judged = (at: At, allowed = 0) => judgeBytes(segmentsOf(at), allowed);
const settled = (at: At) => runToEnd({ heap: at }).bytes.heap.state;

/** A value per reading that has nothing to do with the iteration. */
const noise = (reach: number) =>
  fc.array(fc.integer({ min: -reach, max: reach }), { minLength: 161, maxLength: 161 }).map(
    (values): At =>
      (iteration) =>
        values[iteration / 10] as number,
  );
/** Any course of the heap. */
const course = noise(5000);
const rate = fc.integer({ min: 7, max: 5000 });

function shifted(segments: readonly Segment[], by: (segment: number) => number): Segment[] {
  return segments.map(({ iterations, values }, i) => ({ iterations, values: values.map((value) => value + by(i)) }));
}

describe('a leak', () => {
  test('of 16 bytes an iteration is growing, at exactly 16 bytes', () => {
    expect(judged((i) => 16 * i)).toEqual({ perIteration: 16, low: 16, high: 16, total: 1600, state: 'growing' });
  });

  test('of any constant rate above the noise floor is growing, and still is when the run is doubled', () => {
    fc.assert(
      fc.property(rate, (bytes) => {
        expect(judged((i) => bytes * i).state).toBe('growing');
        expect(settled((i) => bytes * i)).toBe('growing');
      }),
    );
  });

  test('that is doubled shows twice the growth', () => {
    fc.assert(
      fc.property(course, (at) => {
        const once = judged(at);
        const twice = judged((i) => 2 * at(i));
        expect(twice).toMatchObject({
          perIteration: 2 * once.perIteration,
          low: 2 * once.low,
          high: 2 * once.high,
          total: 2 * once.total,
        });
      }),
    );
  });

  test('that varies by 1 % from batch to batch is growing', () => {
    fc.assert(
      fc.property(noise(5), (wobble) => {
        expect(settled((i) => 100 * i + (i === 0 ? 0 : wobble(i)))).toBe('growing');
      }),
    );
  });

  test('is growing although tables are made larger meanwhile', () => {
    expect(settled((i) => 16 * i + 40 * 2 ** Math.floor(Math.log2(i + 1)))).toBe('growing');
  });

  test('that begins in the second half of the run is growing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 41, max: 70 }), (start) => {
        expect(settled((i) => 16 * Math.max(0, i - start))).toBe('growing');
      }),
    );
  });

  test('has the rate of the last two segments together', () => {
    expect(judged((i) => (i <= 50 ? 16 * i : 800 + 20 * (i - 50))).perIteration).toBe(18);
  });

  test('that loses speed is slowing', () => {
    expect(judged((i) => 20_000 * Math.log(1 + i / 20)).state).toBe('slowing');
  });
});

describe('no leak', () => {
  test('is a heap that is the same to the byte', () => {
    expect(judged(() => 5e6)).toEqual({ perIteration: 0, low: 0, high: 0, total: 0, state: 'flat' });
  });

  test('is a single step, as of a Map that rehashes, wherever it comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 65, max: 1e6 }), (when, bytes) => {
        expect(judged((i) => (i < when ? 0 : bytes)).state).toBe('flat');
      }),
    );
  });

  test('is a buffer that climbs by 355 bytes four times and drops by 1,150 on the fifth batch', () => {
    const climbing = (i: number) => 355 * (Math.floor(i / 10) % 5) + 270 * Math.floor(i / 50);
    expect(['flat', 'stopped']).toContain(settled(climbing));
  });

  test('is noise around a level, however it is shuffled: none of 1,000 grows, and hardly any stays unsure', () => {
    // As wide as the noise of scenarios with fetch or zones: 4 kB either way.
    const levels = Array.from({ length: 81 }, (_, i) => 100 * (i - 40));
    const shuffles = fc.sample(fc.shuffledSubarray(levels, { minLength: 81 }), { numRuns: 1000, seed: 1 });
    const states = shuffles.map((values) => settled((i) => values[i / 10] as number));
    expect(states.filter((state) => state === 'growing' || state === 'slowing')).toEqual([]);
    expect(states.filter((state) => state === 'unsure').length).toBeLessThan(50);
  });

  test('is noise within the noise floor', () => {
    fc.assert(
      fc.property(noise(NOISE_BYTES_PER_BATCH / 2), (at) => {
        expect(judged(at).state).toBe('flat');
      }),
    );
  });

  test('is a heap that shrinks', () => {
    fc.assert(
      fc.property(rate, (bytes) => {
        expect(judged((i) => -bytes * i).state).toBe('flat');
      }),
    );
  });
});

describe('growth that ends', () => {
  test('has stopped, wherever between a third and two thirds of the run it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 70 }), rate, (bound, bytes) => {
        expect(judged((i) => bytes * Math.min(i, bound)).state).toBe('stopped');
      }),
    );
  });

  test('has stopped, as of a cache of 150 that a run of 100 is too short for and a doubled one shows', () => {
    expect(judged((i) => 1000 * Math.min(i, 150)).state).toBe('growing');
    expect(settled((i) => 1000 * Math.min(i, 150))).toBe('stopped');
  });

  test('is not worth a word when it was 5 kB, which a browser keeps at one time and not at another', () => {
    expect(settled((i) => 100 * Math.min(i, 50))).toBe('flat');
  });
});

describe('the growth of bytes', () => {
  test('does not change when a constant is added to all samples', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 0, max: 1e9 }), (at, base) => {
        expect(judged((i) => base + at(i))).toEqual(judged(at));
      }),
    );
  });

  test('leaves out what a snapshot moves between two segments', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: -110_000, max: 110_000 }), (at, moved) => {
        const segments = segmentsOf(at);
        expect(
          judgeBytes(
            shifted(segments, (i) => i * moved),
            0,
          ),
        ).toEqual(judgeBytes(segments, 0));
      }),
    );
  });

  test('is flat up to what is allowed, and growing beyond it', () => {
    expect(judged((i) => 100 * i, 100).state).toBe('flat');
    expect(judged((i) => 101 * i, 100).state).toBe('growing');
  });

  test('lies within its interval', () => {
    fc.assert(
      fc.property(course, (at) => {
        const { low, perIteration, high } = judged(at);
        expect(low).toBeLessThanOrEqual(perIteration);
        expect(perIteration).toBeLessThanOrEqual(high);
      }),
    );
  });

  test('is not known when only half of the batches grow, in no order', () => {
    const bursts = [0, 0, 900, 0, 900, 1800, 1800, 2700, 2700, 3600, 4500];
    expect(judged((i) => bursts[i / 10] as number).state).toBe('unsure');
  });
});

test('slopes are per iteration, and none spans two segments', () => {
  const segments = [
    { iterations: [0, 10, 30], values: [0, 160, 200] },
    { iterations: [30, 40], values: [9000, 9010] },
  ];
  expect(batchSlopes(segments)).toEqual([16, 2, 1]);
  expect(totalOf(segments)).toBe(210);
});

test('the noise floor is that of the smallest batch', () => {
  expect(noiseFloor([{ iterations: [50, 60, 80], values: [0, 0, 0] }])).toBe(NOISE_BYTES_PER_BATCH / 10);
  expect(noiseFloor([])).toBe(0);
});

describe('what rises in most batches of the last segment only', () => {
  /** A flat first half, and then these bytes per iteration from batch to batch. */
  const risingBy = (slopes: number[], allowed = 0) => {
    const iterations = [50, 60, 70, 80, 90, 100].slice(0, slopes.length + 1);
    const values = [0];
    for (const slope of slopes) values.push((values.at(-1) as number) + 10 * slope);
    return judgeBytes(
      [
        { iterations: [0, 10, 20, 30, 40, 50], values: [0, 0, 0, 0, 0, 0] },
        { iterations, values },
      ],
      allowed,
    ).state;
  };

  test('is not known yet when four batches of five rise and outweigh the fifth', () => {
    expect(risingBy([20, 20, 20, 20, -20], 10)).toBe('unsure');
  });

  test('is not taken for growth when the fifth batch takes back what the others brought', () => {
    expect(risingBy([20, 20, 20, 20, -31], 10)).toBe('stopped');
    expect(risingBy([20, 20, 20, 20, -30], 10)).toBe('stopped');
  });

  test('is not known yet when three of five rise and none falls by more than is judged', () => {
    expect(risingBy([0, 0, 20, 20, 20])).toBe('unsure');
    expect(risingBy([-10, -10, 20, 20, 20], 10)).toBe('unsure');
    expect(risingBy([-11, 0, 20, 20, 20], 10)).toBe('stopped');
  });

  test('is not taken for growth when it is only half of them', () => {
    expect(risingBy([0, 0, 20, 20], 10)).toBe('flat');
  });
});

test('whether growth goes on is told by the last two segments, whatever was before', () => {
  const risingBy = (slope: number, start: number, size: number, step = 0): Segment => ({
    iterations: Array.from({ length: 6 }, (_, i) => start + i * size),
    values: Array.from({ length: 6 }, (_, i) => slope * i * size + (i > 2 ? step : 0)),
  });
  // The step, which the medians leave out, makes the rates of the whole segments look like growth that slows down.
  const last = [risingBy(20, 100, 20, 10_000), risingBy(20, 200, 40)];
  expect(judgeBytes([risingBy(50, 0, 10), risingBy(20, 50, 10), ...last], 0).state).toBe('growing');
});

test('a rate is told by the iterations of its own segment, wherever in the run that lies', () => {
  const wobbling = [0, 1000, 2000, 2200, 2400, 3600];
  const steady = [0, 200, 1200, 2200, 2400, 3600];
  const segments = [
    { iterations: [950, 960, 970, 980, 990, 1000], values: wobbling },
    { iterations: [1000, 1020, 1040, 1060, 1080, 1100], values: steady.map((value) => 1.4 * value) },
  ];
  expect(judgeBytes(segments, 0).state).toBe('growing');
});

test('no readings are no growth', () => {
  expect(judgeBytes([], 0)).toEqual({ perIteration: 0, low: 0, high: 0, total: 0, state: 'flat' });
});

/** Segments one after the other with these values. */
const having = (...values: number[][]): Segment[] =>
  values.map((each) => ({ iterations: each.map((_, i) => 10 * i), values: each }));

describe('a heap has filled', () => {
  const BASE = 5_000_000;
  const level = (bytes: number) => Array(4).fill(BASE + bytes);
  const climb = (bytes: number) => [BASE, BASE, BASE + bytes / 2, BASE + bytes];

  test('when it has grown by more than 16 kB and never comes back', () => {
    expect(hasFilled(having(climb(20_000), level(20_000)))).toBe(true);
    expect(hasFilled(having(level(0), climb(20_000), level(20_000)))).toBe(true);
    expect(hasFilled(having(climb(16_384), level(16_384)))).toBe(false);
  });

  test('when half of it is still there at the lowest point of all that follows', () => {
    expect(hasFilled(having(climb(20_000), level(20_000), level(10_000)))).toBe(true);
    expect(hasFilled(having(climb(20_000), level(9_999), level(20_000)))).toBe(false);
    expect(hasFilled(having(climb(20_000), [BASE + 20_000, BASE]))).toBe(false);
  });

  test('not by what the first batch after a snapshot fills again', () => {
    expect(hasFilled(having([BASE, BASE + 20_000, BASE + 20_000], level(20_000)))).toBe(false);
  });

  test('not by what grows in the last segment, of which nothing is known yet', () => {
    expect(hasFilled(having(level(0), climb(20_000)))).toBe(false);
  });
});

describe('what grew in a segment stays', () => {
  test('when at least half of it is there when the next one begins', () => {
    expect(staysToNextStart(having([1000, 2000, 3000], [2000, 2000]))).toBe(true);
    expect(staysToNextStart(having([1000, 2000, 3000], [1999, 3000]))).toBe(false);
  });

  test('whatever the segments before the last two have done', () => {
    expect(staysToNextStart(having([0, 9000], [0, 0], [1000, 3000], [3000, 5000]))).toBe(true);
    expect(staysToNextStart(having([0, 9000], [9000, 9000], [1000, 3000], [1000, 3000]))).toBe(false);
  });

  test('as long as no next segment shows anything else', () => {
    expect(staysToNextStart(having([1000, 3000]))).toBe(true);
    expect(staysToNextStart([])).toBe(true);
  });
});
