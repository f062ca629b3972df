import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryToWrite, writeWhole } from './write-whole.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('trying leaves nothing of a file and nothing beside it, and what is there as it was', async () => {
  const file = path.join(folder, 'a', 'file');
  await tryToWrite(file);
  expect(await readdir(path.dirname(file))).toEqual([]);
  await writeFile(file, 'before');
  await tryToWrite(file);
  expect(await readdir(path.dirname(file))).toEqual(['file']);
});

test.runIf(process.platform === 'linux')('trying where nothing can be written ends with an error', async () => {
  await expect(tryToWrite('/proc/steadyheap.json')).rejects.toThrow();
  await expect(tryToWrite('/dev/fd/steadyheap/a.json')).rejects.toThrow();
});

test('a file that cannot be written leaves nothing beside it', async () => {
  await mkdir(path.join(folder, 'results.json'));
  await expect(writeWhole(path.join(folder, 'results.json'), '{}')).rejects.toMatchObject({ code: 'EISDIR' });
  expect(await readdir(folder)).toEqual(['results.json']);
});
