import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { timingOptions } from './timing-options.ts';

test('what is asked of a benchmark of times', () => {
  expect(timingOptions('bench:run', [])).toEqual({ runs: 5, json: null, save: false });
  expect(timingOptions('bench:run', ['--runs', '4', '--json', 'run.json', '--save'])).toEqual({
    runs: 4,
    json: 'run.json',
    save: true,
  });
});

const USAGE = '[-- --runs N] [--json FILE] [--save]';

test.each([
  ['run.ts', '--fast', `bench:run: Unknown option '--fast': npm run bench:run ${USAGE}`],
  ['run.ts', '--json /no/such/file', 'bench:run: --json /no/such/file: there is no such folder'],
  ['report.ts', '--fast', `bench:report: Unknown option '--fast': npm run bench:report ${USAGE}`],
  ['report.ts', '--json /no/such/file', 'bench:report: --json /no/such/file: there is no such folder'],
  ['report.ts', '--runs 0', 'bench:report: --runs 0: it takes a whole number of at least 1'],
  ['compare.ts', '--fast', "bench:compare: Unknown option '--fast': npm run bench:compare"],
])('%s %s is refused with one sentence, before anything is measured', (file, line, sentence) => {
  const command = [path.join(import.meta.dirname, file), ...line.split(' ')];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `${sentence}\n` });
});
