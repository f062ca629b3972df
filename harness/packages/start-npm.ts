import { type ChildProcess, spawn } from 'node:child_process';
import { InstallError } from './errors.ts';
import { stopTree } from './stop-tree.ts';

/** Where npm runs, and what becomes of it. */
export interface NpmOptions {
  cwd: string;
  /** What receives stdout and stderr: pipes of the child, or an open file. */
  output: 'pipe' | number;
  /** Ends npm and all it has started. */
  signal?: AbortSignal | undefined;
}

/**
 * Starts the npm on PATH. `ended` resolves to its exit code once it and its output have ended, aborted or not: the folder it
 * works in may be removed then.
 *
 * @throws {InstallError} by way of `ended`, when there is no npm; the signal's reason at once, when aborted before
 */
export function startNpm(
  args: readonly string[],
  { cwd, output, signal }: NpmOptions,
): { child: ChildProcess; ended: Promise<number | null> } {
  signal?.throwIfAborted();
  const child = spawn('npm', args, {
    cwd,
    stdio: ['ignore', output, output],
    // On Windows npm is a .cmd file, which only a shell starts. Nothing in the arguments needs quoting: see request.ts.
    shell: process.platform === 'win32',
  });
  const stop = () => void stopTree(child);
  signal?.addEventListener('abort', stop);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => {
      reject(new InstallError('npm was not found on PATH: install Node.js with npm.', { cause }));
    });
    child.once('close', resolve);
  });
  return { child, ended: ended.finally(() => signal?.removeEventListener('abort', stop)) };
}
