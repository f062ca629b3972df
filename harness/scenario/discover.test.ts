import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findScenarios } from './discover.ts';

const KINDS = ['cjs', 'cts', 'js', 'mjs', 'mts', 'ts'];

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  await mkdir(path.join(root, 'scenarios'));
  for (const kind of [...KINDS, 'json']) await writeFile(path.join(root, `scenarios/of-${kind}.scenario.${kind}`), '');
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('a scenario is found whatever kind of module it is: without a word, by its name, and told of a folder', async () => {
  const files = KINDS.map((kind) => path.join(root, `scenarios/of-${kind}.scenario.${kind}`));
  expect(await findScenarios([], root, root)).toEqual(files);
  expect(await findScenarios(['of-c'], root, root)).toEqual(files.slice(0, 2));
  await expect(findScenarios(['./scenarios'], root, root)).rejects.toThrow('of-cjs.scenario.cjs');
});
