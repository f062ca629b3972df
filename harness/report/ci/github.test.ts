import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resultFile } from '../result-file.ts';
import { LEAK } from '../testing/run-result.ts';
import { terminal } from '../testing/terminal.ts';
import { annotate, summarise } from './github.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-github-'));
  await writeFile(path.join(folder, 'a.scenario.ts'), "// first\nexport default scenario('a', {});");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function tell(env: NodeJS.ProcessEnv): Promise<string> {
  const { stream, written } = terminal({ isTTY: false });
  const results = resultFile([{ ...LEAK, file: path.join(folder, 'a.scenario.ts') }], new Date(), folder);
  await annotate(results, { env, cwd: folder, stdout: stream });
  await summarise(results, env);
  return written();
}

test('in GitHub Actions a leak is annotated at the line of its scenario', async () => {
  expect(await tell({ GITHUB_ACTIONS: 'true' })).toMatch(/^::error file=a\.scenario\.ts,line=2,/);
});

test('a project that is not the repository’s root is named with its folder', async () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: path.dirname(folder) };
  expect(await tell(env)).toContain(`file=${path.basename(folder)}/a.scenario.ts,line=2,`);
});

test('the summary is added to what is there', async () => {
  const summary = path.join(folder, 'summary.md');
  await writeFile(summary, 'before\n');
  await tell({ GITHUB_STEP_SUMMARY: summary });
  expect(await readFile(summary, 'utf8')).toMatch(/^before\n## steadyheap\n\n1 run: 0 passed, 1 failed\n/);
});

test('elsewhere nothing is written', async () => {
  expect(await tell({ GITHUB_ACTIONS: '' })).toBe('');
});
