import { expect, test } from 'vitest';
import { CRASH, KNOWN, LEAK, runOf } from '../../../testing/run-result.ts';
import { type Selection, select } from './selection.ts';

const everything: Selection = {
  words: '',
  outcomes: new Set(['failed', 'known', 'passed']),
  key: 'outcome',
  descending: true,
};
const runs = [runOf({}), KNOWN, LEAK, CRASH];
const indexes = (selection: Partial<Selection>) =>
  select(runs, { ...everything, ...selection }).map(({ index }) => index);

test('failures come first, then known leaks, then what passed, each in the order of the result file', () => {
  expect(indexes({})).toEqual([2, 3, 1, 0]);
  expect(indexes({ descending: false })).toEqual([0, 1, 2, 3]);
});

test('every word has to be found, in title, verdict, file or Node version, whatever its case', () => {
  expect(indexes({ words: 'MODEL 7.0.3' })).toEqual([2]);
  expect(indexes({ words: 'crashed' })).toEqual([3]);
  expect(indexes({ words: 'model crashed' })).toEqual([]);
});

test('an outcome can be left out', () => {
  expect(indexes({ outcomes: new Set(['known']) })).toEqual([1]);
});

test('runs are sorted by what they grow by', () => {
  expect(indexes({ key: 'heap' })).toEqual([2, 1, 0, 3]);
  expect(indexes({ key: 'objects', descending: false })).toEqual([0, 3, 1, 2]);
});

test('runs are sorted by their change against the baseline, those that have none last', () => {
  const of = (change: 'better' | 'worse' | 'within noise') => runOf({ baseline: { change, reason: '' } });
  const held = [runOf({}), of('within noise'), of('worse'), of('better')];
  const sorted = select(held, { ...everything, key: 'baseline' });
  expect(sorted.map(({ index }) => index)).toEqual([2, 3, 1, 0]);
});
