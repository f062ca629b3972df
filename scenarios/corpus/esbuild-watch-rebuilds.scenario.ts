import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scenario } from 'steadyheap';
import { packageFile } from './package-file.ts';

// evanw/esbuild#750
export default scenario('a rebuild in watch mode', {
  package: 'esbuild',
  versions: ['0.8.40', '0.8.41'],
  iterations: 40,
  batches: 10,
  timeout: '180 s',
  async setup({ load }) {
    await load();
    const folder = await mkdtemp(join(tmpdir(), 'esbuild-'));
    const entry = join(folder, 'entry.js');
    const output = join(folder, 'output.js');
    await writeFile(entry, sourceOf(-1));
    const options = [entry, '--bundle', '--format=esm', `--outfile=${output}`, '--watch'];
    const watching = spawn(packageFile('esbuild', 'bin', 'esbuild'), options, { stdio: ['pipe', 'ignore', 'ignore'] });
    await builtFrom(-1, output);
    return { entry, folder, output, watching };
  },
  async iterate({ entry, output }, i) {
    await writeFile(entry, sourceOf(i));
    await builtFrom(i, output);
  },
  async teardown({ folder, watching }) {
    const ended = once(watching, 'close');
    watching.kill();
    await ended;
    await rm(folder, { recursive: true });
  },
  known: [
    {
      versions: '0.8.40',
      class: 'processesRss',
      reason: 'the process that watches never collects the garbage of its builds',
      issue: 'https://github.com/evanw/esbuild/issues/750',
    },
  ],
});

function sourceOf(revision: number): string {
  const functions = Array.from({ length: 500 }, (_, i) => `export const f${i} = (list) => list.map((x) => ({ x }));`);
  return [...functions, `export const revision = ${revision};`].join('\n');
}

/** Waits until the output was made from a revision of the source. */
async function builtFrom(revision: number, output: string): Promise<void> {
  const built = `var revision = ${revision};`;
  while (!(await readFile(output, 'utf8').catch(() => '')).includes(built)) await wait(5);
}
