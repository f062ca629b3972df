import { expect, test } from 'vitest';
import { figureOf } from './figure.ts';
import { metricsOf } from './metrics.ts';
import { runOf } from './testing/run.ts';

const heap = metricsOf([]).find(({ name }) => name === 'heap') as ReturnType<typeof metricsOf>[number];

const leaking = (value: number, low = value, high = value) =>
  runOf({ verdict: 'leak', growth: { heapBytes: value, heapBytesLow: low, heapBytesHigh: high } });

test('one round gives its value and its interval', () => {
  expect(figureOf(heap, [leaking(56, 50, 114)])).toEqual({ value: 56, low: 50, high: 114 });
});

test('several rounds give the median and the interval that spans all of theirs', () => {
  expect(figureOf(heap, [leaking(56, 50, 60), leaking(70, 65, 75), leaking(58, 40, 60)])).toEqual({
    value: 58,
    low: 40,
    high: 75,
  });
  expect(figureOf(heap, [leaking(10), leaking(20)])?.value).toBe(15);
});

test('growth that stopped by itself reaches down to 0', () => {
  const filled = runOf({ verdict: 'saturating', growth: { heapBytes: 90, heapBytesLow: 80, heapBytesHigh: 100 } });
  expect(figureOf(heap, [filled])).toEqual({ value: 90, low: 0, high: 100 });
});

test('a crashed round is left out, and without another there is no figure', () => {
  const crashed = runOf({ verdict: 'crashed', growth: { heapBytes: 9 } });
  expect(figureOf(heap, [crashed, leaking(56)])?.value).toBe(56);
  expect(figureOf(heap, [crashed])).toBe(null);
});
