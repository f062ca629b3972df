import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { InstallError } from './errors.ts';
import { stopTree } from './stop-tree.ts';

/**
 * Runs a command of npm in a folder with its output in a log file.
 *
 * @throws {InstallError} naming the log, when it fails; the signal's reason when aborted
 */
export async function runLogged(args: readonly string[], cwd: string, log: string, what: string, signal?: AbortSignal) {
  signal?.throwIfAborted();
  const output = openSync(log, 'a');
  try {
    const child = spawn('npm', args, { cwd, stdio: ['ignore', output, output], shell: process.platform === 'win32' });
    const stop = () => void stopTree(child);
    signal?.addEventListener('abort', stop);
    // It is waited for even then: the folder it works in is removed next.
    const ended = once(child, 'close').catch((cause: unknown) => {
      throw new InstallError('npm was not found on PATH: install Node.js with npm.', { cause });
    });
    const [code] = (await ended.finally(() => signal?.removeEventListener('abort', stop))) as [number | null];
    if (code !== 0)
      throw new InstallError(`Cannot build ${what}: "npm ${args.join(' ')}" failed; its output is ${log}`);
  } finally {
    closeSync(output);
    signal?.throwIfAborted();
  }
}
