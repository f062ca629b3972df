import { closeSync, openSync } from 'node:fs';
import { InstallError } from './errors.ts';
import { startNpm } from './start-npm.ts';

/**
 * Runs a command of npm in a folder with its output in a log file.
 *
 * @throws {InstallError} naming the log, when it fails; the signal's reason when aborted
 */
export async function runLogged(args: readonly string[], cwd: string, log: string, what: string, signal?: AbortSignal) {
  const output = openSync(log, 'a');
  try {
    const code = await startNpm(args, { cwd, output, signal }).ended;
    if (code !== 0)
      throw new InstallError(`Cannot build ${what}: "npm ${args.join(' ')}" failed; its output is ${log}`);
  } finally {
    closeSync(output);
    signal?.throwIfAborted();
  }
}
