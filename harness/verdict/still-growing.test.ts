import { expect, test } from 'vitest';
import { goesOn } from './still-growing.ts';

test('growth goes on while it keeps most of its rate', () => {
  expect(goesOn(10, 12)).toBe(true);
  expect(goesOn(10, 6)).toBe(true);
  expect(goesOn(10, 5.9)).toBe(false);
});
