import { mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a folder is made with those above it, by several at once, and one that is there stays', async () => {
  const deep = path.join(folder, 'a', 'b', 'c');
  await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(path.join(folder, 'a', 'd'))]);
  await writeFile(path.join(deep, 'file'), '');
  await makeFolder(deep);
  expect(await readdir(deep)).toEqual(['file']);
  expect((await stat(path.join(folder, 'a', 'd'))).isDirectory()).toBe(true);
});

test('what is no folder stands in the way, be it a file or a link to nothing', async () => {
  await writeFile(path.join(folder, 'file'), '');
  await symlink(path.join(folder, 'gone'), path.join(folder, 'link'));
  await expect(makeFolder(path.join(folder, 'file', 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(path.join(folder, 'link', 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
});

// There Node's own `recursive` goes on for ever.
test.runIf(process.platform === 'linux')('where no folder can be made, it ends with an error', async () => {
  await expect(makeFolder('/proc/steadyheap/a')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(makeFolder('/dev/fd/steadyheap')).rejects.toThrow();
});
