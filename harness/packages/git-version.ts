import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { commitOf, git } from './git.ts';
import { manifestOf, packageFolder } from './package-folder.ts';
import type { RepositoryRef } from './repository-ref.ts';
import { runLogged } from './run-script.ts';
import { withStagingFolder } from './staging.ts';
import { packFolder, requestOfTarball } from './tarball.ts';
import type { PackageRequest, PrepareOptions } from './types.ts';

type Options = Pick<PrepareOptions, 'onProgress' | 'signal'>;

/** Scripts that make a checkout ready to be packed, the first that there is. */
const BUILD_SCRIPTS = ['build', 'prepare'];

/** Installs what a checkout needs and runs its own build script; one without a script is ready as it is. */
async function build(checkout: string, folder: string, log: string, what: string, { onProgress, signal }: Options) {
  const scripts = manifestOf(folder)?.scripts ?? {};
  // An empty script is none: what it needs would be installed for nothing.
  const script = BUILD_SCRIPTS.find((name) => scripts[name]?.trim());
  if (script === undefined) return;
  onProgress?.(`building ${what}`);
  const locked = existsSync(join(checkout, 'package-lock.json'));
  await runLogged(
    [locked ? 'ci' : 'install', '--ignore-scripts', '--no-audit', '--no-fund'],
    checkout,
    log,
    what,
    signal,
  );
  await runLogged(['run', script], folder, log, what, signal);
}

/** Whoever asks for a branch may expect what lies in its folder. */
async function tellUncommitted(repository: string, written: string, { onProgress, signal }: Options): Promise<void> {
  const changed = await git(repository, ['status', '--porcelain', '--untracked-files=no'], signal);
  if (changed !== '') onProgress?.(`${written}: what is not committed there is left out`);
}

/**
 * A package at one commit of a repository on disk: checked out into the cache, built by its own build script (`build`, or
 * else `prepare`) and packed. What has been built once is found again.
 *
 * @param written What a sentence calls it.
 * @throws {PackageError} when the ref or the package is not there; an InstallError when it cannot be built
 */
export async function gitVersion(
  name: string,
  { folder: repository, ref }: RepositoryRef,
  written: string,
  options: Options,
): Promise<PackageRequest> {
  const { signal } = options;
  const commit = await commitOf(repository, ref, signal);
  const byId = commit.startsWith(ref);
  if (!byId) await tellUncommitted(repository, written, options);
  const kept = join(cacheFolder(), 'commits', commit);
  const tarball = join(kept, `${name.replace('/', '+')}.tgz`);
  if (!existsSync(tarball)) {
    const what = `${name} at ${commit.slice(0, 7)}`;
    await mkdir(kept, { recursive: true });
    await withStagingFolder(cacheFolder(), async (staging) => {
      const checkout = join(staging, 'checkout');
      const from = await git(repository, ['rev-parse', '--path-format=absolute', '--git-common-dir'], signal);
      await git(staging, ['clone', '--quiet', '--shared', '--no-checkout', from, 'checkout'], signal);
      await git(checkout, ['checkout', '--quiet', '--detach', commit], signal);
      const folder = packageFolder(checkout, name, written);
      await build(checkout, folder, join(kept, 'build.log'), what, options);
      await rename(await packFolder(folder, join(staging, 'packed'), { ...options, shown: written }), tarball);
    });
  }
  const state = { ref: byId ? null : ref, id: commit };
  return requestOfTarball(name, tarball, { ...options, state });
}
