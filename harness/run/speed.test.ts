import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speedOf } from './speed.ts';

const answer = (latenciesMs: number[], gcMs = 0) => ({ latenciesMs, gcMs });

test('the speed is that of the median iteration at either end, and the collector’s time is spread over all', () => {
  expect(speedOf(answer([1, 2, 90], 3), answer([4, 3, 5], 9))).toEqual({
    opsPerSecondStart: 500,
    opsPerSecondEnd: 250,
    slowdown: 2,
    slowdownAtLeast: 3 / 90,
    gcMsPerIteration: 2,
  });
});

test('a slowdown that chance does not explain compares the quick ones at the end with the slow ones at the start', () => {
  const start = answer([1, 1, 1, 1, 1, 1, 2, 2]);
  expect(speedOf(start, answer([6, 6, 6, 6, 8, 8, 8, 8]))?.slowdownAtLeast).toBe(3);
});

test('iterations that are as quick at the end as at the start are no slowdown, in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 }),
      (times) => {
        const speed = speedOf(answer(times), answer([...times].reverse()));
        expect(speed?.slowdown).toBe(1);
        expect(speed?.slowdownAtLeast).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('there is no speed when an end was not measured, or the clock is too coarse', () => {
  expect(speedOf(null, answer([1]))).toBeNull();
  expect(speedOf(answer([1]), null)).toBeNull();
  expect(speedOf(answer([]), answer([]))).toBeNull();
  expect(speedOf(answer([0, 0, 0]), answer([1, 1, 1]))).toBeNull();
});
