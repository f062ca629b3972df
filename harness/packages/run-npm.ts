import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { InstallError } from './errors.ts';
import { findUnwrittenFile, type NpmFailure, parseNpmFailure } from './npm-failure.ts';
import { stopTree } from './stop-tree.ts';

/**
 * Flags of every call. Failures come as JSON; lockfiles name no registry. npm's own waits between retries (10 s, then
 * 60 s) make an absent network take 70 s to be told; these take 4 s.
 */
const FLAGS = [
  '--json',
  '--loglevel=warn',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--omit-lockfile-registry-resolved',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=3000',
];

export type NpmResult = { ok: true; stdout: string } | { ok: false; failure: NpmFailure };

/**
 * Runs the npm on PATH in a folder and waits until it has ended.
 *
 * @throws {InstallError} when there is no npm; the signal's reason when aborted, after npm has ended
 */
export async function runNpm(args: readonly string[], cwd: string, signal?: AbortSignal): Promise<NpmResult> {
  signal?.throwIfAborted();
  const child = spawn('npm', [...args, ...FLAGS], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // On Windows npm is a .cmd file, which only a shell starts. Nothing in the arguments needs quoting: see request.ts.
    shell: process.platform === 'win32',
  });
  const stop = () => void stopTree(child);
  signal?.addEventListener('abort', stop);
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', (cause) => {
        reject(new InstallError('npm was not found on PATH: install Node.js with npm.', { cause }));
      });
      child.once('close', resolve);
    });
    const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    signal?.throwIfAborted();
    const failure = code === 0 ? findUnwrittenFile(stderr) : parseNpmFailure(stdout, stderr);
    return failure ? { ok: false, failure } : { ok: true, stdout };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
