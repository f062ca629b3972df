import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../harness/scenario/compile.ts';
import type { ScenarioDefinition } from '../../harness/scenario/definition.ts';
import { allCases, filesOf, leaks, type ScenarioSet } from './cases.ts';
import { KINDS } from './expectation.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SETS: ScenarioSet[] = ['corpus', 'innocent', 'ladder'];
const cases = allCases(ROOT);
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'steadyheap-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

async function versionsIn(file: string): Promise<(string | null)[]> {
  const name = path.basename(file, '.scenario.ts').replaceAll('.', '-');
  const compiled = await compile({ entry: file, directory, name });
  const { default: definition } = (await import(pathToFileURL(compiled).href)) as { default: ScenarioDefinition };
  return definition.options.package === undefined ? [null] : (definition.options.versions ?? []);
}

describe.each(SETS)('the set %s', (set) => {
  const own = cases.filter((each) => each.set === set);

  test('says of every scenario file what is true of it, and of no other', () => {
    const told = new Set(own.map(({ file }) => path.basename(file, '.scenario.ts')));
    expect([...told].sort()).toEqual(filesOf(set, ROOT));
  });

  test('says it for every version that the scenario runs', async () => {
    for (const [file, each] of Map.groupBy(own, (one) => one.file)) {
      expect(
        each.map(({ version }) => version),
        file,
      ).toEqual(await versionsIn(file));
    }
  });
});

test('no two cases have the same id, and each is of a known kind', () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  for (const { id, kind } of cases) expect(KINDS, id).toContain(kind);
});

test('every leak says what must be found, and every other case how it may end', () => {
  for (const { id, outcome } of cases) {
    const said: readonly unknown[] = 'leaks' in outcome ? outcome.leaks : outcome.ends;
    expect(said.length, id).toBeGreaterThan(0);
  }
});

test('the corpus holds pairs, a version that leaks before one that does not, with a public record', () => {
  const corpus = cases.filter(({ set }) => set === 'corpus');
  for (const [file, pair] of Map.groupBy(corpus, (each) => each.file)) {
    expect(pair.map(leaks), file).toEqual([true, false]);
    expect(pair[0]?.issue, file).toMatch(/^https:\/\/github\.com\/.+\/(issues|pull|commit)\/\w+$/);
  }
});

test('nothing among the innocents leaks', () => {
  expect(cases.filter(({ set }) => set === 'innocent').filter(leaks)).toEqual([]);
});

test('a word picks the cases whose id contains it', () => {
  expect(allCases(ROOT, 'corpus/got').map(({ id }) => id)).toEqual([
    'corpus/got-abort-signal@12.5.2',
    'corpus/got-abort-signal@12.5.3',
  ]);
});
