import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { findUnwrittenFile, type NpmFailure, parseNpmFailure } from './npm-failure.ts';
import { startNpm } from './start-npm.ts';

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
  const { child, ended } = startNpm([...args, ...FLAGS], { cwd, output: 'pipe', signal });
  const [out, err] = [child.stdout as Readable, child.stderr as Readable];
  const [code, stdout, stderr] = await Promise.all([ended, text(out), text(err)]);
  signal?.throwIfAborted();
  const failure = code === 0 ? findUnwrittenFile(stderr) : parseNpmFailure(stdout, stderr);
  return failure ? { ok: false, failure } : { ok: true, stdout };
}
