import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PackageError } from './errors.ts';

const run = promisify(execFile);

/**
 * What a git command prints, without the last line break.
 *
 * @throws {PackageError} with git's own words when it fails
 */
export async function git(folder: string, args: readonly string[], signal?: AbortSignal): Promise<string> {
  try {
    const options = { maxBuffer: 2 ** 26, ...(signal === undefined ? {} : { signal }) };
    const { stdout } = await run('git', ['-C', folder, ...args], options);
    return stdout.trimEnd();
  } catch (error) {
    signal?.throwIfAborted();
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new PackageError('git was not found on PATH: install it.');
    throw new PackageError(`git ${args[0]} in ${folder} failed: ${stderr.trim().split('\n').at(-1)}`);
  }
}

/**
 * The full name of the commit that a ref of a repository means.
 *
 * @throws {PackageError} when the folder is no repository or the ref means no commit
 */
export async function commitOf(folder: string, ref: string, signal?: AbortSignal): Promise<string> {
  await git(folder, ['rev-parse', '--git-dir'], signal);
  try {
    return await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw new PackageError(`${folder} has no commit "${ref}": give a branch, a tag or a commit of it.`, {
      cause: error,
    });
  }
}
