import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FillPage, preparePage } from './html/prepare-page.ts';
import { leaveReports } from './leave-reports.ts';
import { resultFile } from './result-file.ts';
import { LEAK } from './testing/run-result.ts';
import { terminal } from './testing/terminal.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'steadyheap-reports-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const leave = (out: string, env: NodeJS.ProcessEnv, page?: Promise<FillPage>) => {
  const { stream, written } = terminal({ isTTY: false });
  const results = resultFile([LEAK], new Date(), '/project');
  return { left: leaveReports(results, { out, cwd, env, stdout: stream, page }), written };
};

test('a report is left, and in GitHub Actions the annotations too', async () => {
  const { left, written } = leave(path.join(cwd, 'reports'), { GITHUB_ACTIONS: 'true' });
  expect(await left).toEqual({ file: path.join('reports', 'report.html') });
  expect(await readFile(path.join(cwd, 'reports', 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(written()).toMatch(/^::error /);
});

test('a summary that cannot be written takes neither the annotations nor the report with it', async () => {
  const summary = path.join(cwd, 'no folder', 'summary.md');
  const { left, written } = leave(cwd, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
  expect(await left).toEqual({ file: 'report.html' });
  expect(await readFile(path.join(cwd, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(written()).toMatch(/^::error /);
  expect(written()).toMatch(/^The summary for GitHub could not be written: ENOENT.*\n$/m);
});

test('a report that cannot be written is told and nothing is thrown', async () => {
  await writeFile(path.join(cwd, 'reports'), 'a file, not a folder');
  const { left } = leave(path.join(cwd, 'reports'), {});
  expect(await left).toEqual({ missing: expect.stringContaining('EEXIST') });
});

test('a page that was prepared while the runs went on is the one that is filled', async () => {
  const prepared = preparePage();
  const marked = prepared.then((fill) => (data: string) => `${fill(data)}<!-- prepared -->`);
  const { left } = leave(cwd, {}, marked);
  expect(await left).toEqual({ file: 'report.html' });
  const html = await readFile(path.join(cwd, 'report.html'), 'utf8');
  expect(html).toContain('model registration');
  expect(html.endsWith('<!-- prepared -->')).toBe(true);
});

test('why a page could not be prepared is told when the report is to be left, and nothing fails before', async () => {
  const { left } = leave(cwd, {}, Promise.reject(new Error('no bundler')));
  expect(await left).toEqual({ missing: 'no bundler' });
});
