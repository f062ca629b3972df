import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { cacheKey, type EntryFiles } from './cache-key.ts';
import type { NpmFailure } from './npm-failure.ts';
import { runNpm } from './run-npm.ts';
import { withStagingFolder } from './staging.ts';
import type { PackageRequest, PrepareOptions } from './types.ts';

/** What an installation led to: its folder, or what npm or the file system said against it. */
export type Installation = { ok: true; directory: string } | { ok: false; failure: NpmFailure };

/**
 * Installs the entry's files into the cache, or finds the installation already there. It is built in a staging folder
 * and appears under its final name complete or not at all, so two processes may install the same package at once: the
 * second to finish takes what the first one made.
 *
 * @throws {InstallError} when there is no npm, or the signal's reason when aborted
 */
export async function install(
  request: PackageRequest,
  files: EntryFiles,
  { onProgress, signal }: PrepareOptions,
): Promise<Installation> {
  const cache = cacheFolder();
  const directory = join(cache, 'packages', cacheKey(request, files));
  if (isInstalled(directory, request.name)) return { ok: true, directory };
  onProgress?.(`installing ${request.name}@${request.version}`);
  try {
    return await withStagingFolder(cache, async (staging) => {
      const failure = await fill(staging, files, signal);
      if (failure) return { ok: false, failure };
      moveIntoPlace(staging, directory, request.name);
      return { ok: true, directory };
    });
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    return { ok: false, failure: { code, summary: message } };
  }
}

/** The version of a package in an installation, or undefined when it is not there. */
export function installedVersion(directory: string, name: string): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(directory, 'node_modules', name, 'package.json'), 'utf8'));
    return (manifest as { version: string }).version;
  } catch {
    return undefined;
  }
}

function isInstalled(directory: string, name: string): boolean {
  return installedVersion(directory, name) !== undefined;
}

async function fill(staging: string, files: EntryFiles, signal?: AbortSignal): Promise<NpmFailure | undefined> {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(staging, path)), { recursive: true });
    writeFileSync(join(staging, path), content);
  }
  const command = files.has('package-lock.json') ? ['ci', '--prefer-offline'] : ['install'];
  const installed = await runNpm([...command, '--ignore-scripts'], staging, signal);
  if (!installed.ok) return installed.failure;
  const allowed = packagesWithAllowedScripts(files);
  if (allowed.length === 0) return undefined;
  const rebuilt = await runNpm(['rebuild', '--no-ignore-scripts', ...allowed], staging, signal);
  return rebuilt.ok ? undefined : rebuilt.failure;
}

/** Install scripts run for the packages that the entry's package.json names under `allowScripts`, and for no other. */
function packagesWithAllowedScripts(files: EntryFiles): string[] {
  const manifest = JSON.parse(files.get('package.json')?.toString() ?? '{}') as { allowScripts?: object };
  return Object.entries(manifest.allowScripts ?? {}).flatMap(([name, allowed]) => (allowed === true ? [name] : []));
}

function moveIntoPlace(staging: string, directory: string, name: string): void {
  mkdirSync(dirname(directory), { recursive: true });
  // What lies there without the package is a damaged installation: a complete one was found before installing.
  if (existsSync(directory) && !isInstalled(directory, name)) rmSync(directory, { recursive: true, force: true });
  try {
    renameSync(staging, directory);
  } catch (error) {
    if (!isInstalled(directory, name)) throw error;
  }
}
