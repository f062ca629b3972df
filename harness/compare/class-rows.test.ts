import { expect, test } from 'vitest';
import { classChange, classKey, classRows } from './class-rows.ts';
import { leakOf } from './testing/run.ts';

test.each([
  [[0, 1], 'new'],
  [[1, 0], 'gone'],
  [[1, 2], 'grown'],
  [[2, 1], 'shrunk'],
  [[4.04, 4.1], 'same'],
  [[1, 1], 'same'],
  [[1, 5, 1], 'same'],
  [[0, 5, 1], 'new'],
  [[0, 2, 0], 'in between'],
] as const)('a class that grows by %j is %s', (rates, change) => {
  expect(classChange(rates)).toBe(change);
});

test('a closure is the same when only its line has moved', () => {
  expect(classKey('closure onDrain (pool-base.js:30)')).toBe('closure onDrain (pool-base.js)');
  const columns = [
    [leakOf({ classes: { 'closure onDrain (pool-base.js:30)': 1 } })],
    [leakOf({ classes: { 'closure onDrain (pool-base.js:34)': 1 } })],
  ];
  expect(classRows(columns)).toMatchObject([
    { name: 'closure onDrain (pool-base.js)', perIteration: [1, 1], change: 'same' },
  ]);
});

test('closures of one file and name count together', () => {
  const classes = { 'closure (anonymous) (client.js:251)': 2, 'closure (anonymous) (client.js:252)': 1 };
  expect(classRows([[leakOf({ classes })]])[0]?.perIteration).toEqual([3]);
});

test('rows come with what holds most in the last column first, and then with what is gone', () => {
  const columns = [[leakOf({ classes: { Gone: 9, Kept: 1 } })], [leakOf({ classes: { Kept: 1, Fresh: 3 } })]];
  expect(classRows(columns).map(({ name, change }) => [name, change])).toEqual([
    ['Fresh', 'new'],
    ['Kept', 'same'],
    ['Gone', 'gone'],
  ]);
});

test('a class that does not grow in every round of a column does not count there', () => {
  const columns = [
    [leakOf({ classes: {} })],
    [leakOf({ classes: { Row: 1, Fluke: 1 } }), leakOf({ classes: { Row: 2 } })],
  ];
  expect(classRows(columns).map(({ name, perIteration }) => [name, perIteration])).toEqual([['Row', [0, 1]]]);
});

test('a class counts by its bytes per iteration, whatever the length of the run', () => {
  const [row] = classRows([[leakOf({ iterations: 200 })], [leakOf({ iterations: 100 })]]);
  expect(row?.retainedBytes).toEqual([28, 56]);
});
