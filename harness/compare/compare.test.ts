import { expect, test } from 'vitest';
import type { RunResult } from '../run/result.ts';
import { compare, exitCodeOf } from './compare.ts';
import { interleaved } from './interleaved.ts';
import { labelsOf } from './labels.ts';
import { parseRule } from './rules.ts';
import { leakOf, runOf } from './testing/run.ts';

function compared(...runs: RunResult[]) {
  const columns = runs.map((run): [RunResult] => [run]);
  return compare({ columns, rules: [parseRule('worse')], file: 'a.ts', startedAt: new Date(0), wallMs: 1 });
}

test('every array of a comparison has one element per column', () => {
  const { columns, metrics, classes } = compared(runOf({}), leakOf({ version: '2.0.0' }), runOf({ version: '3.0.0' }));
  const lengths = [
    ...metrics.flatMap((row) => [row.figures, row.ratios, row.changes]),
    ...classes.map((row) => row.perIteration),
  ];
  expect(new Set(lengths.map(({ length }) => length))).toEqual(new Set([columns.length]));
});

test('the last version decides, not those between', () => {
  const outcome = compared(runOf({}), leakOf({ version: '2.0.0' }), runOf({ version: '3.0.0' }));
  expect(outcome).toMatchObject({
    passed: true,
    columns: [{ againstFirst: null }, { againstFirst: { change: 'worse' } }, {}],
  });
  expect(exitCodeOf(outcome)).toBe(0);
  expect(exitCodeOf(compared(runOf({}), leakOf()))).toBe(1);
});

test('what cannot be compared does not pass', () => {
  expect(exitCodeOf(compared(runOf({}), runOf({ verdict: 'inconclusive' })))).toBe(1);
  expect(exitCodeOf(compared(runOf({}), runOf({ verdict: 'crashed' }), runOf({})))).toBe(3);
});

test('rounds take turns, so that a disturbance does not hit all of one version', () => {
  expect(interleaved(3, 2).map(({ column, round }) => `${column}.${round}`)).toEqual([
    '0.0',
    '1.0',
    '2.0',
    '0.1',
    '1.1',
    '2.1',
  ]);
});

test('columns are called by what differs between them', () => {
  const at = (version: string, node = 'v24.21.0') => runOf({ version, node });
  expect(labelsOf([at('1.0.0'), at('2.0.0')])).toEqual(['1.0.0', '2.0.0']);
  expect(labelsOf([at('1.0.0'), at('1.0.0', 'v22.1.0')])).toEqual(['Node 24.21.0', 'Node 22.1.0']);
  expect(labelsOf([at('1.0.0'), at('2.0.0', 'v22.1.0')])).toEqual(['1.0.0 · Node 24.21.0', '2.0.0 · Node 22.1.0']);
  expect(labelsOf([runOf({ package: null }), runOf({ package: null })])).toEqual(['this code', 'this code']);
});
