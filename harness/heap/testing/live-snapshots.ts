import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Snapshots that a script wrote, in order; `remove` deletes them. */
export interface LiveSnapshots {
  paths: string[];
  remove(): Promise<void>;
}

/** Those a subject runs under: nothing that the compiler keeps moves. */
const FLAGS = ['--expose-gc', '--no-opt', '--no-maglev', '--no-sparkplug', '--no-lazy-feedback-allocation'];

/** Ids stay comparable between snapshots of one process; `collect` runs what WeakRefs and finalizers wait for, too. */
const PRELUDE = `
import { writeHeapSnapshot } from 'node:v8';
import { join } from 'node:path';
const collect = async () => { for (let i = 0; i < 3; i++) { gc(); await new Promise((done) => setImmediate(done)); } };
let taken = 0;
const snapshot = async () => { await collect(); writeHeapSnapshot(join(import.meta.dirname, (taken++) + '.heapsnapshot')); };
`;

/**
 * Runs an ES module in a fresh process of `node`. It may call `await snapshot()` any number of times. Its own first line
 * is line 7 of `scene.mjs`.
 */
export async function liveSnapshots(script: string, node: string = process.execPath): Promise<LiveSnapshots> {
  const folder = await mkdtemp(join(tmpdir(), 'steadyheap-live-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const scene = join(folder, 'scene.mjs');
    await writeFile(scene, `${PRELUDE}${script}\n`);
    await run(node, [...FLAGS, scene], { env: { PATH: process.env.PATH } });
    const names = (await readdir(folder)).filter((name) => name.endsWith('.heapsnapshot'));
    names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
    return { paths: names.map((name) => join(folder, name)), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
