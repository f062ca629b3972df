import { expect, test } from 'vitest';
import type { RunResult } from '../run/result.ts';
import { compare, exitCodeOf } from './compare.ts';
import { interleaved } from './interleaved.ts';
import { labelsOf } from './labels.ts';
import { parseRule } from './rules.ts';
import { leakOf, runOf } from './testing/run.ts';

const GROUND = { rules: [parseRule('worse')], incomplete: null, file: 'a.ts', startedAt: new Date(0), wallMs: 1 };

function compared(...runs: RunResult[]) {
  return compare({ ...GROUND, columns: runs.map((run) => ({ written: null, rounds: [run] })) });
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

test.each(['crashed', 'inconclusive', 'nothing-measured'] as const)(
  'a version that is %s does not pass, and is told apart from one that is worse',
  (verdict) => {
    const untold = runOf({ verdict });
    for (const outcome of [compared(runOf({}), untold), compared(runOf({}), untold, runOf({}))]) {
      expect(outcome.passed).toBe(false);
      expect(exitCodeOf(outcome)).toBe(3);
    }
  },
);

test('rounds that disagree are told to, by what each was', () => {
  const columns = [
    { written: null, rounds: [runOf({}), runOf({})] },
    { written: null, rounds: [runOf({}), leakOf()] },
  ] as const;
  const outcome = compare({ ...GROUND, columns });
  expect(outcome.columns[1]).toMatchObject({
    verdict: 'inconclusive',
    reason: 'Its rounds disagree: clean, leak.',
  });
  expect(exitCodeOf(outcome)).toBe(3);
});

test('what was measured is put side by side though runs are missing, and is not judged by the rules', () => {
  const columns = [runOf({}), leakOf()].map((run) => ({ written: null, rounds: [run] as const }));
  const outcome = compare({ ...GROUND, columns, incomplete: 'there is no browser' });
  expect(outcome).toMatchObject({ passed: false, broken: [], summary: 'Not completed: there is no browser' });
  expect(outcome.columns).toHaveLength(2);
  expect(exitCodeOf(outcome)).toBe(3);
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
  const at = (version: string, node = 'v24.21.0') => ({ ...runOf({ version, node }), written: version });
  expect(labelsOf([at('1.0.0'), at('2.0.0')])).toEqual(['1.0.0', '2.0.0']);
  expect(labelsOf([at('1.0.0'), at('1.0.0', 'v22.1.0')])).toEqual(['Node 24.21.0', 'Node 22.1.0']);
  expect(labelsOf([at('1.0.0'), at('2.0.0', 'v22.1.0')])).toEqual(['1.0.0 · Node 24.21.0', '2.0.0 · Node 22.1.0']);
  const own = { ...runOf({ package: null }), written: null };
  expect(labelsOf([own, own])).toEqual(['this code', 'this code']);
});

test('one version that was asked for in several ways is called by them too', () => {
  const asked = (written: string, version = '1.1.0+58c657e') => ({ ...runOf({ version }), written });
  expect(labelsOf([asked('1.0.0', '1.0.0'), asked('.'), asked('./lib-1.1.0.tgz')])).toEqual([
    '1.0.0',
    '1.1.0+58c657e (.)',
    '1.1.0+58c657e (./lib-1.1.0.tgz)',
  ]);
  expect(labelsOf([asked('^1', '1.2.0'), asked('1.2.0', '1.2.0')])).toEqual(['1.2.0 (^1)', '1.2.0']);
});
