import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resultFile, writeResultFile } from './result-file.ts';
import { CRASH, LEAK, runOf } from './testing/run-result.ts';

const startedAt = new Date('2026-11-20T12:00:00Z');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-results-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

test('a result file says what it was measured with and when', () => {
  expect(resultFile([], startedAt, '/project')).toEqual({
    schema: 1,
    node: process.version,
    v8: process.versions.v8,
    platform: `${process.platform}-${process.arch}`,
    startedAt: '2026-11-20T12:00:00.000Z',
    runs: [],
  });
});

test('the paths in it are relative to the project, and what is not a path is untouched', () => {
  const run = runOf({});
  expect(resultFile([run], startedAt, '/project').runs).toEqual([
    { ...run, file: 'scenarios/tenant-switches.scenario.ts', log: 'reports/logs/tenant-switches.log' },
  ]);
  expect(resultFile([runOf({ log: null })], startedAt, '/project').runs[0]?.log).toBeNull();
});

test('paths that are relative to the project stay so, wherever the process runs', () => {
  const { runs } = resultFile([runOf({})], startedAt, '/project');
  expect(resultFile(runs, startedAt, '/project').runs).toEqual(runs);
});

test('what is written is read back as it was, in folders that are made for it', async () => {
  const file = path.join(folder, 'reports', 'deep', 'results.json');
  const result = resultFile([runOf({}), LEAK, CRASH], startedAt, '/project');
  await writeResultFile(file, result);
  expect(await read(file)).toEqual(result);
});

test('a file that is there already is replaced, and no draft is left', async () => {
  const file = path.join(folder, 'results.json');
  await writeResultFile(file, resultFile([LEAK], startedAt, '/project'));
  await writeResultFile(file, resultFile([], startedAt, '/project'));
  expect((await read(file)).runs).toEqual([]);
  expect(await readdir(folder)).toEqual(['results.json']);
});

test('two that write the same file at once leave one of both, whole', async () => {
  const file = path.join(folder, 'results.json');
  const results = [resultFile([LEAK], startedAt, '/project'), resultFile([CRASH], startedAt, '/project')];
  await Promise.all(results.map((result) => writeResultFile(file, result)));
  expect(results).toContainEqual(await read(file));
  expect(await readdir(folder)).toEqual(['results.json']);
});
