import { expect, test } from 'vitest';
import { beside, wrap } from './columns.ts';

test('a text is broken between words, and a long path behind a slash; no line is wider', () => {
  expect(wrap('  allocated by scenarios/corpus/memoize.scenario.ts:14', 20, '    ')).toEqual([
    '  allocated by',
    '    scenarios/',
    '    corpus/',
    '    memoize.scenario',
    '    .ts:14',
  ]);
});

test('a name that is too long itself is broken behind a hyphen, if it has one', () => {
  expect(wrap('in a/never-settling.scenario.ts:21', 20)).toEqual([
    'in',
    '  a/',
    '  never-',
    '  settling.scenario.',
    '  ts:21',
  ]);
});

test('two columns stand beside each other, whichever is longer', () => {
  expect(beside(['a'], ['b', 'c'], 3)).toEqual(['a    b', '     c']);
  expect(beside(['a', 'b'], ['c'], 3)).toEqual(['a    c', 'b']);
});
