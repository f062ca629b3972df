import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compile, compileOnly } from './compile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, source: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, source);
  return file;
}

async function textOf(entry: string): Promise<string> {
  const { start, files } = await compileOnly(entry, 'scenario');
  return files.find(({ name }) => name === start)?.text ?? '';
}

test('the code stays what was written, with what nobody calls or reads', async () => {
  const text = await textOf(
    await write(
      'unused.ts',
      `export function open(i: number) {
  const made = [i, { i }];
  const unused = () => made;
  const size = made.length;
  return size;
}`,
    ),
  );
  expect(text).toMatch(
    /const made = \[i, \{ i \}\];\s+const unused = \(\) => made;\s+const size = made\.length;\s+return size;/,
  );
});

test('two modules of one name stay apart, each with its own variables, loaded once', async () => {
  await write('a/pool.ts', 'export const pool: string[] = [];');
  await write('b/pool.ts', "import { pool as first } from '../a/pool.ts'; export const pool = [first];");
  const entry = await write(
    'both.ts',
    "import { pool as a } from './a/pool.ts'; import { pool as b } from './b/pool.ts'; export default b[0] === a;",
  );
  const compiled = await compile({ entry, directory: path.join(folder, 'out'), name: 'scenario' });
  expect((await import(pathToFileURL(compiled).href)).default).toBe(true);
  const { files } = await compileOnly(entry, 'scenario');
  expect(files.filter(({ name }) => /\/pool\.mjs$/.test(name))).toHaveLength(2);
});

test('what cannot be parsed is told with its place, and without a line of the compiler', async () => {
  const entry = await write('wrong.ts', 'export {};\nexport default { iterate( { });');
  const { message } = await compileOnly(entry, 'scenario').then(
    () => new Error('it was compiled'),
    (error: Error) => error,
  );
  expect(message).toContain('wrong.ts:2:');
  expect(message).not.toMatch(/^ +at /m);
});
