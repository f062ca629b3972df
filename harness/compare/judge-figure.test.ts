import { describe, expect, test } from 'vitest';
import type { Figure } from './comparison.ts';
import { judgeFigure, ratioOf } from './judge-figure.ts';

const BYTES = { unit: 'bytes/iteration', better: 'less' } as const;
const SPEED = { unit: 'iterations/second', better: 'more' } as const;
const MARGIN = { noise: 0.02, floor: 6.4 };
const BUSY = { noise: 0.75, floor: 0 };
const figure = (value: number, low = value, high = value): Figure => ({ value, low, high });

describe('a change of bytes per iteration, with a floor of 6.4', () => {
  test.each<[string, Figure, Figure, string]>([
    ['a leak that is new is worse', figure(0, 0, 16), figure(56, 56, 114), 'worse'],
    ['a leak that is gone is better', figure(56, 56, 114), figure(0, 0, 16), 'better'],
    ['the same is within noise', figure(56, 56, 114), figure(56, 56, 114), 'within noise'],
    ['a little within the floor is within noise', figure(0), figure(6), 'within noise'],
    ['overlapping intervals are within noise', figure(488, -563, 590), figure(60, -10, 80), 'within noise'],
    ['1.9 % between two runs of one leak are within noise', figure(20_860), figure(21_258), 'within noise'],
    ['5 % more of a leak are worse', figure(20_860, 20_800, 20_900), figure(21_900, 21_850, 22_000), 'worse'],
    ['growth that has stopped is no better than none', figure(0), figure(90, 0, 100), 'within noise'],
  ])('%s', (_, first, last, change) => {
    expect(judgeFigure(BYTES, first, last, MARGIN).change).toBe(change);
  });

  test('judged the other way round, worse is better', () => {
    expect(judgeFigure(BYTES, figure(0), figure(100), MARGIN).change).toBe('worse');
    expect(judgeFigure(BYTES, figure(100), figure(0), MARGIN).change).toBe('better');
  });
});

test('of a speed, less is worse, and a third of it is within the noise of a busy machine', () => {
  expect(judgeFigure(SPEED, figure(1494), figure(443), BUSY).change).toBe('within noise');
  expect(judgeFigure(SPEED, figure(100_000), figure(1_000), BUSY).change).toBe('worse');
  expect(judgeFigure(SPEED, figure(1_000), figure(100_000), BUSY).change).toBe('better');
});

test('the reason gives both figures with their unit', () => {
  expect(judgeFigure(BYTES, figure(24_200), figure(0), MARGIN).reason).toBe('from 24.2 kB/iteration to 0 B/iteration');
  expect(judgeFigure(BYTES, figure(3), figure(4), MARGIN).reason).toBe(
    '3 B/iteration and 4 B/iteration: no more apart than two runs of one version',
  );
});

test('a ratio needs something to be relative to', () => {
  expect(ratioOf(figure(50), figure(5), 6.4)).toBe(0.1);
  expect(ratioOf(figure(6), figure(60), 6.4)).toBe(null);
  expect(ratioOf(figure(0), figure(60), 0)).toBe(null);
});
