import { expect, test } from 'vitest';
import { isMadeOnce } from './made-once.ts';

test.each([
  [1, 1, true],
  [2, 4, false],
  [2, 5, true],
  [4, 8, false],
  [4, 9, true],
  [5, 100, false],
  [5, 101, true],
])('%d held alike of a class that grows by %d: made once is %s', (count, expected, once) => {
  expect(isMadeOnce(count, expected)).toBe(once);
});
