import { expect, test } from 'vitest';
import { listNames } from './names.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

test('eight names are all told, of more the rest is counted', () => {
  expect(listNames(names)).toBe('a, b, c, d, e, f, g, h');
  expect(listNames([...names, 'i', 'j'])).toBe('a, b, c, d, e, f, g, h and 2 more');
  expect(listNames(names, 2)).toBe('a, b and 6 more');
});
