import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How V8 runs the subject: `exact` without optimising compilers, `jit` as in production. */
export type Mode = 'exact' | 'jit';

/**
 * With these the settled heapUsed is constant to the byte after a few batches for 25 to 27 of 29 harmless loops (Node 20,
 * 22, 24, 26); with default flags it drifts for 70 to 100 batches.
 */
const EXACT = ['--no-opt', '--no-maglev', '--no-sparkplug', '--no-lazy-feedback-allocation'];

const known = new Map<string, Promise<string>>();

function v8Options(node: string): Promise<string> {
  let options = known.get(node);
  if (options === undefined) {
    options = promisify(execFile)(node, ['--v8-options'], { maxBuffer: 16 * 1024 * 1024 }).then(({ stdout }) => stdout);
    known.set(node, options);
  }
  return options;
}

/** The flags of a mode that this Node knows; V8 ends a process that is given one it does not know. */
export async function flagsFor(mode: Mode, node: string): Promise<string[]> {
  if (mode === 'jit') return [];
  const options = await v8Options(node);
  return EXACT.filter((flag) => options.includes(`  --${flag.slice('--no-'.length)} (`));
}
