import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test('what fits stays on one line', () => {
  expect(fold('a b', 3)).toEqual(['a b']);
});

test('a longer text is broken between its words', () => {
  expect(fold('100 tenant switches with a registry', 12)).toEqual(['100 tenant', 'switches', 'with a', 'registry']);
});

test('a word longer than a line is broken within', () => {
  expect(fold('a loopback-datasource-juggler', 10)).toEqual(['a', 'loopback-d', 'atasource-', 'juggler']);
});
