import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeClass, judgeYoungClass } from './classes.ts';
import { type At, classOf, snapshotIterations } from './testing/picture.ts';
import { runToEnd } from './testing/run-to-end.ts';

const judged = (at: At, doublings = 0) => judgeClass(classOf('Entry', at, doublings), snapshotIterations(doublings));
/** A class with these counts at the snapshots, of which so many of each interval are still alive. */
const series = (counts: number[], survivors: number[], inFlight: (number | null)[] = counts.map(() => null)) => ({
  name: 'Entry',
  counts,
  bytes: counts.map((count) => 16 * count),
  survivors,
  inFlight,
});
/** The same in a doubled run. */
const seen = (counts: number[], survivors: number[], inFlight?: (number | null)[]) =>
  judgeClass(series(counts, survivors, inFlight), [0, 50, 100, 200]).state;
const settled = (at: At) => runToEnd({ classes: { Entry: at } }).classes[0]?.state ?? 'flat';

describe('a class leaks', () => {
  test('when it grows in every interval', () => {
    expect(judged((i) => 2 * i)).toEqual({
      name: 'Entry',
      state: 'growing',
      perIteration: 2,
      count: 200,
      shallowBytes: 3200,
    });
  });

  test('at any rate of at least one in twenty-five iterations', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), (every) => {
        expect(settled((i) => Math.floor(i / every))).toBe('growing');
      }),
    );
  });

  test('when a leak begins in the second half and goes on', () => {
    expect(judged((i) => Math.max(0, i - 60)).state).toBe('unsure');
    expect(settled((i) => Math.max(0, i - 60))).toBe('growing');
  });
});

describe('a class does not leak', () => {
  test('when as many are alive at the end as at the start, however they came and went', () => {
    expect(judged(() => 40).state).toBe('flat');
    expect(seen([5, 90, 12, 5], [0, 0, 5])).toBe('flat');
  });

  test('when its survivors are only young, though there are more each time', () => {
    expect(seen([0, 5, 9, 34], [0, 0, 34])).toBe('unsure');
    expect(seen([0, 5, 9, 9], [0, 0, 9])).toBe('flat');
  });

  test('when one object more is made late', () => {
    expect(settled((i) => (i < 40 ? 0 : i < 90 ? 1 : 2))).toBe('flat');
  });

  test('when it fills up and is full before the run has grown by two thirds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 166 }), (bound) => {
        expect(settled((i) => Math.min(i, bound))).toBe('stopped');
      }),
    );
  });
});

test('a class of which fewer than one in two iterations adds one, and that stops, is not worth a word', () => {
  expect(settled((i) => Math.min(i, 24))).toBe('flat');
});

test('a class that comes to its bound late in the run is slowing, which a longer run has to settle', () => {
  expect(judged((i) => Math.min(i, 70)).state).toBe('slowing');
});

test('rate and counts are those of the last two intervals, and of the whole run', () => {
  expect(judgeClass(series([10, 40, 60, 100], [30, 20, 40]), [0, 50, 100, 200])).toMatchObject({
    perIteration: 0.4,
    count: 90,
    shallowBytes: 1440,
  });
});

test('objects that were there at the baseline change nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }), fc.nat(1e6), (counts, base) => {
      const more = counts.map((count) => count + base);
      expect(seen(more, [1, 1, 1])).toBe(seen(counts, [1, 1, 1]));
    }),
  );
});

describe('a class is judged by its last two intervals:', () => {
  /** Two intervals of 50 iterations each. */
  const of = (counts: number[], survivors: number[]) => judgeClass(series(counts, survivors), [0, 50, 100]).state;

  test('one interval alone may be the start of anything', () => {
    expect(judgeClass(series([0, 50], [50]), [0, 50]).state).toBe('unsure');
  });

  test('a class that was seen only once has not grown', () => {
    expect(judgeClass(series([5], []), [0])).toMatchObject({ perIteration: 0, state: 'flat' });
  });

  test('fewer than one in ten iterations, and only in the last interval, is a late start of something', () => {
    expect(of([0, 0, 4], [0, 4])).toBe('flat');
    expect(of([0, 0, 5], [0, 5])).toBe('unsure');
  });

  test('a population that comes and goes is flat when it ends a little higher by chance', () => {
    expect(of([100, 103, 106], [50, 60])).toBe('flat');
    // Two have died, so six more are no more than three standard deviations.
    expect(of([0, 3, 6], [4, 4])).toBe('flat');
    expect(of([0, 3, 7], [4, 5])).toBe('growing');
  });

  test('a population that has come and gone, and got much larger meanwhile, has filled', () => {
    expect(of([1000, 1025, 1050], [900, 900])).toBe('stopped');
  });

  test('a class that is full has stopped, though new objects go on taking the place of old ones', () => {
    expect(of([0, 30, 30], [25, 5])).toBe('stopped');
    expect(of([0, 30, 29], [25, 5])).toBe('stopped');
  });
});

test('a class whose objects are all young is judged by how many there are, beside any number that were there before', () => {
  const young = series([1000, 1050, 1100], [0, 100]);
  expect(judgeClass(young, [0, 50, 100]).state).toBe('unsure');
  expect(judgeYoungClass(young, [0, 50, 100]).state).toBe('growing');
});

describe('when what is in flight was waited for before the last snapshot only', () => {
  test('a class of which none of the last interval is left is flat', () => {
    expect(seen([52, 47, 102, 2], [0, 0, 0], [null, null, null, 158])).toBe('flat');
  });

  test('growth may hide behind what has gone, which the next interval settles', () => {
    expect(seen([52, 47, 102, 40], [20, 20, 40], [null, null, null, 158])).toBe('unsure');
    const next = (count: number, kept: number) =>
      judgeClass(
        series([52, 47, 102, 40, count], [20, 20, 40, kept], [null, null, null, 158, 158]),
        [0, 50, 100, 200, 400],
      ).state;
    // What the interval before has left is older than the last one took.
    expect(next(120, 80)).toBe('growing');
    expect(next(80, 40)).toBe('unsure');
    expect(next(41, 1)).toBe('unsure');
    expect(next(40, 40)).toBe('flat');
  });

  test('fewer than were there before cannot hide behind fewer still', () => {
    expect(seen([52, 47, 102, 99], [20, 4, 40], [null, null, null, 3])).toBe('flat');
    expect(seen([52, 47, 102, 99], [20, 4, 40], [null, null, null, 4])).toBe('unsure');
  });

  test('where some stay of the interval before, any number may have been in flight when the last one began', () => {
    expect(seen([52, 47, 102, 50], [20, 4, 40], [null, null, null, 1])).toBe('flat');
    expect(seen([52, 47, 102, 50], [20, 5, 40], [null, null, null, 1])).toBe('unsure');
    expect(seen([52, 47, 102, 50], [20, 5, 0], [null, null, null, 1])).toBe('flat');
    expect(seen([52, 47, 102, 50], [20, 5, 40], [null, null, 0, 1])).toBe('flat');
    expect(seen([52, 47, 102, 101], [20, 5, 40], [null, null, null, 0])).toBe('unsure');
    expect(seen([52, 47, 102, 102], [20, 5, 40], [null, null, null, 0])).toBe('flat');
    expect(seen([52, 47, 102, 101], [20, 5, 40])).toBe('flat');
  });

  test('growth that shows all the same is growth, and growth that seems to slow down may be hidden in part', () => {
    expect(seen([0, 50, 100, 200], [50, 50, 100], [null, null, null, 30])).toBe('growing');
    expect(seen([0, 50, 100, 120], [50, 50, 100], [null, null, null, 30])).toBe('unsure');
    expect(seen([0, 50, 100, 120], [50, 50, 20])).toBe('slowing');
  });

  test('the rate is that of what stays', () => {
    const given = series([90, 73, 48, 73], [12, 13, 25], [null, null, 60, 75]);
    expect(judgeClass(given, [0, 50, 100, 200])).toMatchObject({ state: 'growing', perIteration: (13 + 25) / 150 });
  });

  test('nothing hides where the snapshot before was waited for as well', () => {
    expect(seen([52, 47, 102, 102], [20, 20, 40], [null, null, 0, 3])).toBe('flat');
  });

  test('a leak is found all the same, at any rate, however much is in flight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 500 }), (every, flight) => {
        const iterations = [0, 50, 100, 200, 400, 800];
        const leaked = iterations.map((i) => Math.floor(i / every));
        const states = [3, 4, 5].map((waitedFrom) => {
          const counts = leaked.map((count, i) => (i < 3 ? count + flight : count));
          const kept = leaked.slice(1).map((count, i) => count - (leaked[i] as number));
          const gone = leaked.map((_, i) => (i < 3 ? null : flight));
          const upTo = <T>(values: readonly T[], n: number) => values.slice(0, n);
          const n = waitedFrom + 1;
          return judgeClass(series(upTo(counts, n), upTo(kept, n - 1), upTo(gone, n)), upTo(iterations, n)).state;
        });
        expect(states.slice(0, -1)).not.toContain('flat');
        expect(states.at(-1)).toBe('growing');
      }),
    );
  });
});

test('what has come and gone has not filled anything', () => {
  expect(seen([0, 50, 50, 50], [2, 0, 0])).toBe('flat');
  expect(seen([0, 50, 50, 50], [40, 0, 0])).toBe('stopped');
});
