import { expect, test } from 'vitest';
import { runOf } from '../../../testing/run-result.ts';
import { groupByScenario } from './scenarios.ts';

const on = (version: string, fields: Parameters<typeof runOf>[0] = {}) =>
  runOf({ package: { name: 'juggler', version }, ...fields });
const labels = (runs: Parameters<typeof groupByScenario>[0]) =>
  groupByScenario(runs).map(({ columns }) => columns.map(({ label }) => label));

test('the versions of a scenario stand side by side, in the order they were run', () => {
  const runs = [on('5.2.2'), on('7.0.3'), on('5.2.2', { scenario: 'other' })];
  expect(labels(runs)).toEqual([['5.2.2', '7.0.3'], ['5.2.2']]);
});

test('Node and mode are named where they differ', () => {
  expect(labels([on('1.0.0'), on('1.0.0', { node: 'v22.0.0' }), on('1.0.0', { mode: 'jit' })])).toEqual([
    ['1.0.0, Node 24.21.0', '1.0.0, Node 22.0.0', '1.0.0, Node 24.21.0, JIT'],
  ]);
  expect(labels([runOf({ package: null })])).toEqual([['Node 24.21.0']]);
});

test('of repetitions the one that grew most comes first, with the address of its run', () => {
  const [{ columns }] = groupByScenario([on('1.0.0'), on('1.0.0', { growth: { heapBytes: 16 } })]);
  expect(columns.map(({ runs }) => runs.map(({ index }) => index))).toEqual([[1, 0]]);
});

test('two files may have a scenario of the same name', () => {
  expect(groupByScenario([runOf({}), runOf({ file: '/elsewhere.scenario.ts' })])).toHaveLength(2);
});
