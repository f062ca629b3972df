import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianInterval } from './interval.ts';

const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 });

test('the interval of ten values leaves out the least and the greatest', () => {
  expect(medianInterval([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual({ median: 5.5, low: 2, high: 9 });
});

test('the interval of twenty values leaves out four at either end, as tables of the sign test say', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => i + 1);
  expect(medianInterval(twenty)).toEqual({ median: 10.5, low: 5, high: 16 });
});

test('the interval of so few values that none can be left out is from the least to the greatest', () => {
  expect(medianInterval([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
});

test('no values make an interval of zeros', () => {
  expect(medianInterval([])).toEqual({ median: 0, low: 0, high: 0 });
});

test('the median lies in its interval, and half of the values on either side of it', () => {
  fc.assert(
    fc.property(values, (given) => {
      const { median, low, high } = medianInterval(given);
      expect(low).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(high);
      expect(given.filter((value) => value < median).length).toBeLessThanOrEqual(given.length / 2);
      expect(given.filter((value) => value > median).length).toBeLessThanOrEqual(given.length / 2);
    }),
  );
});

test('the order of the values does not matter', () => {
  fc.assert(
    fc.property(values, (given) => {
      expect(medianInterval([...given].reverse())).toEqual(medianInterval(given));
    }),
  );
});

test('adding a constant moves the interval by it', () => {
  fc.assert(
    fc.property(values, fc.integer(), (given, by) => {
      const { median, low, high } = medianInterval(given);
      expect(medianInterval(given.map((value) => value + by))).toEqual({
        median: median + by,
        low: low + by,
        high: high + by,
      });
    }),
  );
});

test('the interval misses the middle of what the values are drawn from in at most one case of forty', () => {
  // Every way in which ten values can fall on either side of the true median, all equally likely.
  const ways = Array.from({ length: 2 ** 10 }, (_, bits) =>
    Array.from({ length: 10 }, (_, i) => ((bits >> i) & 1 ? i + 1 : -i - 1)),
  );
  const missed = ways.filter((way) => {
    const { low, high } = medianInterval(way);
    return low > 0 || high < 0;
  });
  expect(missed.length / ways.length).toBeLessThanOrEqual(1 / 40);
});
