import { expect, test } from 'vitest';
import { list, sentence } from './sentence.ts';

test('a list names three and counts the rest', () => {
  expect(list(['a', 'b', 'c'])).toBe('a, b, c');
  expect(list(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});

test('a sentence has a capital, a full stop, and the first failure', () => {
  const failure = { threshold: 'slowdown', limit: 1, actual: 2, message: 'it is slow' };
  expect(sentence('nothing grows', [])).toBe('Nothing grows.');
  expect(sentence('nothing grows', [failure, { ...failure, message: 'more' }])).toBe('Nothing grows; but it is slow.');
});
