import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunResult } from '../../run/result.ts';
import { leakOf, runOf } from '../testing/run.ts';
import { acceptance } from './acceptance.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { baselineFile, readBaseline, writeBaseline } from './file.ts';
import { goneFrom, without } from './gone.ts';
import { heldAgainstBaseline, improvements, withoutEntry } from './hold-runs.ts';
import { updated } from './update.ts';

const EMPTY: Baseline = { schema: 1, runs: {} };
const known = leakOf({ passed: true, known: true });
const baseline = updated(EMPTY, [known]);

describe('a run held against its baseline', () => {
  test('passes when it grows as it did', () => {
    expect(heldAgainstBaseline(known, baseline)).toEqual({
      ...known,
      baseline: { change: 'within noise', reason: 'as in the baseline' },
    });
  });

  test('fails when it grows more, even if known', () => {
    const worse = leakOf({ passed: true, known: true, classes: { Row: 3 }, growth: { heapBytes: 168 } });
    const held = heldAgainstBaseline(worse, baseline);
    expect(held).toMatchObject({
      passed: false,
      reason:
        'Worse than the baseline: heap from 56 B/iteration to 168 B/iteration, objects from 1/iteration to 3/iteration. Nothing grows over 100 iterations.',
      baseline: { change: 'worse' },
    });
    expect(held.failures.map(({ threshold, limit, actual }) => [threshold, limit, actual])).toEqual([
      ['baseline.heap', 56, 168],
      ['baseline.objects', 1, 3],
    ]);
  });

  test('fails when it grows within its thresholds where it did not grow at all', () => {
    const clean = updated(EMPTY, [runOf({})]);
    expect(heldAgainstBaseline(runOf({ growth: { heapBytes: 900 } }), clean).passed).toBe(false);
    expect(heldAgainstBaseline(runOf({ growth: { heapBytes: 6 } }), clean).passed).toBe(true);
  });

  test('says what has improved, and how to keep it', () => {
    expect(improvements([heldAgainstBaseline(runOf({}), baseline)])).toEqual([
      'Better than the baseline:',
      '  sessions · my-sessions@1.0.0 · Node 24: heap from 56 B/iteration to 0 B/iteration, objects from 1/iteration to 0/iteration',
      'steadyheap run --update-baseline keeps it that way.',
    ]);
    expect(improvements([heldAgainstBaseline(known, baseline)])).toEqual([]);
  });

  test('is not judged without an entry of its scenario, version and Node', () => {
    for (const other of [leakOf({ scenario: 'x' }), leakOf({ version: '9.0.0' }), leakOf({ node: 'v22.1.0' })]) {
      expect(heldAgainstBaseline(other, baseline)).toBe(other);
    }
    expect(heldAgainstBaseline(known, null)).toBe(known);
    expect(heldAgainstBaseline({ ...known, node: 'v24.99.0' }, baseline).baseline?.change).toBe('within noise');
  });

  test('of a folder or a branch is held against what it was before, of another version is not', () => {
    for (const [accepted, later, other] of [
      ['1.0.0+5d9a33a', '1.0.0+e9fcd65', '1.0.0'],
      ['1.0.0+main.5d9a33a', '1.0.0+main.e9fcd65', '1.0.0+next.e9fcd65'],
    ] as const) {
      const former = updated(EMPTY, [runOf({ version: accepted })]);
      const grown = { classes: { Row: 1 }, growth: { heapBytes: 900 } };
      expect(heldAgainstBaseline(runOf({ version: later, ...grown }), former).passed).toBe(false);
      expect(Object.keys(updated(former, [runOf({ version: later })]).runs)).toEqual(Object.keys(former.runs));
      expect(heldAgainstBaseline(runOf({ version: other, ...grown }), former).passed).toBe(true);
    }
  });

  test('is told when the baseline has no entry for it', () => {
    const runs = [known, runOf({ version: '9.0.0' }), runOf({ version: '9.0.0' }), runOf({ scenario: 'new' })];
    expect(withoutEntry(runs, baseline)).toEqual([
      'no entry in reports/baseline.json for: sessions · my-sessions@9.0.0 · Node 24, new · my-sessions@1.0.0 · Node 24',
    ]);
    expect(withoutEntry([known, runOf({ scenario: 'new', verdict: 'crashed' })], baseline)).toEqual([]);
    expect(withoutEntry(runs, null)).toEqual([]);
  });

  test('is not judged when it came to no verdict', () => {
    const crashed = runOf({ verdict: 'crashed', passed: false });
    expect(heldAgainstBaseline(crashed, baseline)).toBe(crashed);
  });
});

describe('an update', () => {
  test('keeps what grows beyond noise, and nothing else', () => {
    expect(updated(EMPTY, [known, runOf({ scenario: 'quiet', growth: { heapBytes: 3 } })]).runs).toEqual({
      'quiet · my-sessions@1.0.0 · Node 24': { file: 'scenarios/sessions.scenario.ts', verdict: 'clean', growth: {} },
      'sessions · my-sessions@1.0.0 · Node 24': {
        file: 'scenarios/sessions.scenario.ts',
        verdict: 'leak',
        growth: { heap: { value: 56, low: 56, high: 56 }, objects: { value: 1, low: 1, high: 1 } },
      },
    });
  });

  test('leaves an entry as it was when the run differs by noise only', () => {
    const nearly = leakOf({ classes: { Row: 1.01 }, growth: { heapBytes: 57 } });
    expect(updated(baseline, [nearly])).toEqual(baseline);
    expect(updated(baseline, [leakOf({ growth: { heapBytes: 900 } })])).not.toEqual(baseline);
  });

  test('keeps the entries of other runs, and of those that came to no verdict', () => {
    const both = updated(baseline, [runOf({ scenario: 'another' }), runOf({ verdict: 'inconclusive' })]);
    expect(Object.keys(both.runs)).toEqual([
      'another · my-sessions@1.0.0 · Node 24',
      'sessions · my-sessions@1.0.0 · Node 24',
    ]);
    expect(both.runs['sessions · my-sessions@1.0.0 · Node 24']?.verdict).toBe('leak');
  });
});

test('what an update has accepted is told, and that thresholds still decide', () => {
  const told = (...runs: RunResult[]) => acceptance(runs, updated(EMPTY, runs));
  expect(told(runOf({}))).toBe('accepted 0 figures that grow');
  expect(told(known, runOf({ scenario: 'quiet' }))).toBe('accepted 2 figures that grow');
  expect(told(leakOf(), leakOf(), runOf({ scenario: 'crash', verdict: 'crashed', passed: false }))).toBe(
    'accepted 2 figures that grow; 2 runs still fail their thresholds, which decide as before',
  );
  expect(told(runOf({ passed: false, growth: { heapBytes: 900 } }))).toBe(
    'accepted 1 figure that grows; 1 run still fails its thresholds, which decide as before',
  );
});

describe('what no longer exists', () => {
  const file = 'scenarios/sessions.scenario.ts';
  const at = (version: string, more = {}) => runOf({ version, ...more });
  const former = updated(EMPTY, [
    at('1.0.0'),
    at('2.0.0'),
    at('2.0.0', { node: 'v22.1.0' }),
    at('1.0.0', { scenario: 'its former name' }),
    at('1.0.0', { scenario: 'elsewhere', file: 'scenarios/corpus/a.scenario.ts' }),
    at('1.0.0', { scenario: 'deleted', file: 'scenarios/deleted.scenario.ts' }),
  ]);
  const exists = (name: string) => name !== 'scenarios/deleted.scenario.ts';

  test('goes: of a deleted file, and what a file that was run whole does not have', () => {
    const gone = goneFrom(former, { runs: [at('2.0.0', { file })], exists });
    expect(gone).toEqual([
      'deleted · my-sessions@1.0.0 · Node 24',
      'its former name · my-sessions@1.0.0 · Node 24',
      'sessions · my-sessions@1.0.0 · Node 24',
    ]);
    expect(Object.keys(without(former, gone).runs)).toEqual([
      'elsewhere · my-sessions@1.0.0 · Node 24',
      'sessions · my-sessions@2.0.0 · Node 22',
      'sessions · my-sessions@2.0.0 · Node 24',
    ]);
  });

  test('stays as long as its file is there and was not run', () => {
    expect(goneFrom(former, { runs: [], exists: () => true })).toEqual([]);
  });

  test('stays when its entry does not tell its file, as those of earlier versions', () => {
    const { verdict, growth } = former.runs['deleted · my-sessions@1.0.0 · Node 24'] as BaselineEntry;
    const old: Baseline = { schema: 1, runs: { 'deleted · my-sessions@1.0.0 · Node 24': { verdict, growth } } };
    const onDisk = (name: string) => existsSync(path.resolve(name));
    expect(goneFrom(old, { runs: [at('2.0.0', { file })], exists: onDisk })).toEqual([]);
  });

  test('is told by a file that an entry learns when its scenario has moved', () => {
    const moved = updated(former, [at('2.0.0', { file: 'scenarios/moved.scenario.ts' })]);
    expect(moved.runs['sessions · my-sessions@2.0.0 · Node 24']?.file).toBe('scenarios/moved.scenario.ts');
  });
});

describe('the file', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'steadyheap-baseline-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('is read as it was written, with a figure on one line', () => {
    const file = baselineFile(root);
    expect(readBaseline(file)).toBe(null);
    writeBaseline(file, baseline);
    expect(readBaseline(file)).toEqual(baseline);
    expect(readFileSync(file, 'utf8')).toContain('"heap": { "value": 56, "low": 56, "high": 56 },\n');
  });

  test.each([
    ['{', 'is not JSON'],
    ['[]', 'is no baseline of schema 1'],
    ['{"schema":2,"runs":{}}', 'is no baseline of schema 1; restore it, or delete it'],
  ])('with %s in it is refused', (text, sentence) => {
    const file = path.join(root, 'baseline.json');
    writeFileSync(file, text);
    expect(() => readBaseline(file)).toThrow(sentence);
  });

  const KEY = 'sessions · my-sessions@1.0.0 · Node 24';
  const entry = { verdict: 'leak', growth: { heap: { value: 56, low: 56, high: 56 } } };
  const withEntry = (more: unknown) => JSON.stringify({ schema: 1, runs: { sound: entry, [KEY]: more } });

  test.each([
    [{ file: 1 }, 'file is to be the name of a scenario file'],
    [{ ...entry, growth: { heap: 'lots' } }, 'growth.heap is to be { value, low, high }'],
    [{ ...entry, growth: { heap: { value: 56, low: 56 } } }, 'growth.heap.high is missing'],
    [{ ...entry, growth: { heap: { value: '56', low: 56, high: 56 } } }, 'growth.heap.value is to be a number'],
    [{ ...entry, verdict: 'fine' }, 'verdict is to be a verdict'],
    [{ verdict: 'leak' }, 'growth is missing'],
    [null, 'it is to be { file, verdict, growth }'],
  ])('with an entry %j is refused by its key', (damaged, sentence) => {
    const file = path.join(root, 'baseline.json');
    writeFileSync(file, withEntry(damaged));
    expect(() => readBaseline(file)).toThrow(
      `${file}: the entry '${KEY}' is damaged: ${sentence}; restore it, or delete it and run --update-baseline`,
    );
  });

  test('with an entry older than the field of its file, or newer by a field, is read', () => {
    const file = path.join(root, 'baseline.json');
    writeFileSync(file, withEntry({ ...entry, later: 1 }));
    expect(readBaseline(file)?.runs[KEY]).toEqual({ ...entry, later: 1 });
  });
});
