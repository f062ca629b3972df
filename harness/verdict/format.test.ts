import { expect, test } from 'vitest';
import { formatBytes, formatCount } from './format.ts';

test.each([
  [0, '0 B'],
  [16, '16 B'],
  [16.25, '16.3 B'],
  [123.4, '123 B'],
  [-430, '-430 B'],
  [1_234.4, '1,234 B'],
  [9_999, '9,999 B'],
  [10_000, '10 kB'],
  [-12_345, '-12.3 kB'],
  [4_200_000, '4.2 MB'],
  [2e9, '2 GB'],
])('%d bytes are written %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0, '0'],
  [0.2, '0.2'],
  [1 / 3, '0.333'],
  [999, '999'],
  [12_012, '12,012'],
  [-12_012.4, '-12,012'],
])('a count of %d is written %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});
