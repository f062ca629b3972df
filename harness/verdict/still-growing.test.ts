import { expect, test } from 'vitest';
import { goesOn } from './still-growing.ts';

test('growth goes on while it keeps most of its rate', () => {
  expect(goesOn(10, 12)).toBe(true);
  expect(goesOn(10, 8.5)).toBe(true);
  expect(goesOn(10, 8.4)).toBe(false);
});
