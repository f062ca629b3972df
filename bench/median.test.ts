import { expect, test } from 'vitest';
import { median } from './median.ts';

test.each([
  [[7], 7],
  [[10, 9, 100], 10],
  [[4, 1, 100, 2], 3],
])('the median of %j is %d', (values, middle) => {
  const given = [...values];
  expect(median(given)).toBe(middle);
  expect(given).toEqual(values);
});

test('of nothing there is no median', () => {
  expect(() => median([])).toThrow(RangeError);
});
