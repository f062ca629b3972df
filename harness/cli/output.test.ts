import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './testing/call.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  await mkdir(path.join(cwd, 'folder'));
  await mkdir(path.join(cwd, 'taken', 'report.html'), { recursive: true });
  await writeFile(path.join(cwd, 'file'), '');
  await symlink('/dev/null', path.join(cwd, 'null'));
  const options = "{ package: 'none', versions: ['1.0.0', '2.0.0'], iterate() {} }";
  const source = `import { scenario } from 'steadyheap';\nexport default scenario('a', ${options});`;
  await writeFile(path.join(cwd, 'a.ts'), source);
  for (const version of ['1.0.0', '2.0.0']) {
    const specimen = path.join(cwd, 'packages-under-test', 'none', version);
    await mkdir(specimen, { recursive: true });
    await writeFile(path.join(specimen, 'index.ts'), 'export {};');
  }
  await writeFile(path.join(cwd, 'results.json'), '{"schema":1,"runs":[]}');
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const COMMANDS: Record<string, string[]> = {
  run: ['run', './a.ts'],
  compare: ['compare', './a.ts'],
  bisect: ['bisect', './a.ts', '1.0.0', '2.0.0'],
  explain: ['explain', './a.ts'],
  report: ['report', 'results.json'],
};

describe.runIf(process.platform === 'linux')(
  'a place that cannot be written to is refused before anything is measured',
  () => {
    test.each([
      ['run', '--out /proc/x', '/proc/x/logs cannot be written to (ENOENT); give another folder or file'],
      ['run', '--json /proc/x/y.json', '/proc/x cannot be written to (ENOENT)'],
      ['run', '--json /proc/y.json', '/proc cannot be written to (ENOENT)'],
      ['run', '--json null', 'null is no ordinary file; give another name'],
      ['run', '--out file', 'file/logs cannot be written to (EEXIST)'],
      ['run', '--out taken', 'taken/report.html is a folder; give the name of a file'],
      ['compare', '--out /proc/x', '/proc/x/logs cannot be written to (ENOENT)'],
      ['compare', '--markdown /dev/fd/x/y.md', '/dev/fd/x cannot be written to (ENOENT)'],
      ['compare', '--out /proc/x --json y.json', '/proc/x/logs cannot be written to (ENOENT)'],
      ['bisect', '--out /proc/x --json y.json', '/proc/x/logs cannot be written to (ENOENT)'],
      ['bisect', '--json folder', 'folder is a folder; give the name of a file'],
      ['explain', '--out /proc/x', '/proc/x/logs cannot be written to (ENOENT)'],
      ['explain', '--html /proc/x/y.html', '/proc/x cannot be written to (ENOENT)'],
      ['report', '--html /proc/x', '/proc cannot be written to (ENOENT)'],
      ['report', '--junit file/x', 'file cannot be written to (EEXIST)'],
    ])('%s %s', async (command, options, sentence) => {
      const { code, out, err } = await call([...(COMMANDS[command] as string[]), ...options.split(' ')], { cwd });
      expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(sentence) });
      expect(err.trim().split('\n')).toHaveLength(1);
    });
  },
);
