import { expect, test } from 'vitest';
import { heatOf } from './heat.ts';

test('what does not grow is cold, what grows is warmer the more it grows, and nothing is hotter than hottest', () => {
  expect([-5, 0].map((value) => heatOf(value, 1e5))).toEqual([0, 0]);
  const heats = [1, 16, 1000, 1e5].map((value) => heatOf(value, 1e5));
  expect(heats).toEqual(heats.toSorted((a, b) => a - b));
  expect(heats.at(-1)).toBe(1);
  expect(heatOf(1e9, 1e5)).toBe(1);
});
