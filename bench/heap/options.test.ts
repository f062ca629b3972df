import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { heapOptions, USAGE } from './options.ts';

test('without options the sizes that every tool can do are measured three times', () => {
  expect(heapOptions([])).toEqual({ sizes: [5, 50, 200], runs: 3, json: null, save: false, allPeers: false });
});

test('everything that can be asked for', () => {
  const line = '--sizes 5,1000 --runs 5 --json rows.json --save --all-peers';
  expect(heapOptions(line.split(' '))).toEqual({
    sizes: [5, 1000],
    runs: 5,
    json: 'rows.json',
    save: true,
    allPeers: true,
  });
});

test.each([
  ['--sizes 5,big', '--sizes 5,big: it takes whole megabytes, such as 5,50'],
  ['--sizes 5,,50', '--sizes 5,,50: it takes whole megabytes, such as 5,50'],
  ['--sizes 0', '--sizes 0: it takes whole megabytes, such as 5,50'],
  ['--runs 2', '--runs 2: it takes an odd number, of which there is a median'],
  ['--runs many', '--runs many: it takes an odd number, of which there is a median'],
  ['--json /no/such/file', '--json /no/such/file: there is no such folder'],
  ['--fast', `Unknown option '--fast': ${USAGE}`],
  ['heap', `Unexpected argument 'heap': ${USAGE}`],
])('%s is refused with one sentence', (line, message) => {
  expect(() => heapOptions(line.split(' '))).toThrow(message);
});

const run = promisify(execFile);
const BENCH = path.join(import.meta.dirname, '..', 'heap.ts');

test('the command tells its usage when asked, and what was wrong with a request, without a stack', async () => {
  const { stdout } = await run(process.execPath, [BENCH, '--help']);
  expect(stdout).toBe(`${USAGE}\n`);
  const refused = await run(process.execPath, [BENCH, '--runs', '0']).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 2,
    stderr: 'bench:heap: --runs 0: it takes an odd number, of which there is a median\n',
  });
});
