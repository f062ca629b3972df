/** What a comparison costs beside the runs it is made of, and whether two at once answer alike: `npm run bench:compare`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Comparison } from '../harness/compare/comparison.ts';
import { orRefuse } from './or-refuse.ts';
import { parseOptions } from './parse-options.ts';

const CLI = fileURLToPath(new URL('../harness/cli/steadyheap.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCENARIO = 'corpus/lru-cache';
const VERSIONS = ['7.8.0', '7.8.1', '7.9.1', '7.10.3', '7.14.1'];

orRefuse('bench:compare', () => parseOptions(process.argv.slice(2), {}, 'npm run bench:compare'));
const folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-bench-'));

/** Runs the command line; resolves to the seconds it took. */
async function steadyheap(...args: string[]): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, stdio: 'ignore' });
  const [code] = (await once(child, 'close')) as [number];
  // A leak that is there is an answer; a request that is wrong or a subject that died is none.
  if (code > 1) throw new Error(`steadyheap ${args.join(' ')} ended with ${code}`);
  return (performance.now() - startedAt) / 1000;
}

async function comparison(name: string): Promise<Comparison> {
  return JSON.parse(await readFile(path.join(folder, name, 'comparison.json'), 'utf8')) as Comparison;
}

function compareInto(name: string): Promise<number> {
  return steadyheap('compare', SCENARIO, ...VERSIONS, '--out', path.join(folder, name));
}

/** What two comparisons are to agree in: verdicts, classes, and growth to the byte. */
async function answers(name: string): Promise<string> {
  const { columns, classes } = await comparison(name);
  return JSON.stringify({
    columns: columns.map(({ label, verdict, rounds }) => [
      label,
      verdict,
      rounds.map(({ growth }) => growth.heapBytes),
    ]),
    classes: classes.map(({ name: each, perIteration }) => [each, perIteration]),
  });
}

try {
  await compareInto('installed');
  let single = 0;
  for (const version of VERSIONS) {
    single += await steadyheap(
      'run',
      SCENARIO,
      '--package',
      `lru-cache@${version}`,
      '--out',
      path.join(folder, version),
    );
  }
  const alone = await compareInto('alone');
  const startedAt = performance.now();
  await Promise.all([compareInto('one'), compareInto('other')]);
  const both = (performance.now() - startedAt) / 1000;
  const told = await Promise.all(['alone', 'one', 'other'].map(answers));
  console.log(`${VERSIONS.length} versions of lru-cache, one run each, installed before`);
  console.log(`one command per version: ${single.toFixed(1)} s`);
  console.log(`one comparison:          ${alone.toFixed(1)} s, ${(alone / single).toFixed(2)} times as long`);
  console.log(
    `two comparisons at once: ${both.toFixed(1)} s, ${(both / (2 * alone)).toFixed(2)} times as long as one after the other`,
  );
  console.log(new Set(told).size === 1 ? 'all three answer alike, to the byte' : `they differ:\n${told.join('\n')}`);
  if (new Set(told).size > 1) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
