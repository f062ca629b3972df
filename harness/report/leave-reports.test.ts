import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leaveReports } from './leave-reports.ts';
import { resultFile } from './result-file.ts';
import { LEAK } from './testing/run-result.ts';
import { terminal } from './testing/terminal.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'steadyheap-reports-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const leave = (out: string, env: NodeJS.ProcessEnv) => {
  const { stream, written } = terminal({ isTTY: false });
  const results = resultFile([LEAK], new Date(), '/project');
  return { left: leaveReports(results, { out, cwd, env, stdout: stream }), written };
};

test('a report is left, and in GitHub Actions the annotations too', async () => {
  const { left, written } = leave(path.join(cwd, 'reports'), { GITHUB_ACTIONS: 'true' });
  expect(await left).toEqual({ file: path.join('reports', 'report.html') });
  expect(await readFile(path.join(cwd, 'reports', 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(written()).toMatch(/^::error /);
});

test('a report that cannot be written is told and nothing is thrown', async () => {
  await writeFile(path.join(cwd, 'reports'), 'a file, not a folder');
  const { left } = leave(path.join(cwd, 'reports'), {});
  expect(await left).toEqual({ missing: expect.stringContaining('EEXIST') });
});
