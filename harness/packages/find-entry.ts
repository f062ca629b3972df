import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PackageError } from './errors.ts';
import type { PackageRequest } from './types.ts';

/** What packages-under-test says about a request. */
export type Entry =
  | { kind: 'specimen'; entry: string }
  | { kind: 'locked'; directory: string }
  /** No folder for this version. `versions` are those that have one; `onNpm` is false for a package written here. */
  | { kind: 'none'; versions: string[]; onNpm: boolean };

/**
 * Looks a request up in `<root>/packages-under-test/<name>/<version>`.
 *
 * @throws {PackageError} when that folder exists but is neither a specimen nor a complete lockfile entry
 */
export function findEntry(root: string, { name, version }: PackageRequest): Entry {
  const packageFolder = join(root, 'packages-under-test', name);
  const directory = join(packageFolder, version);
  const shown = `packages-under-test/${name}/${version}`;
  if (!isFolder(directory)) {
    const versions = versionFolders(packageFolder);
    const onNpm = versions.length === 0 || versions.some((each) => isLocked(join(packageFolder, each)));
    return { kind: 'none', versions, onNpm };
  }
  const entry = join(directory, 'index.ts');
  if (existsSync(entry)) return { kind: 'specimen', entry };
  if (!existsSync(join(directory, 'package.json'))) {
    throw new PackageError(`${shown} is empty: expected an index.ts, or a package.json with its package-lock.json.`);
  }
  if (!existsSync(join(directory, 'package-lock.json'))) {
    throw new PackageError(`${shown} has no package-lock.json: run "npm install --package-lock-only" there.`);
  }
  return { kind: 'locked', directory };
}

/** The names of the packages that have a version in `<root>/packages-under-test`, sorted. */
export function packagesWithEntries(root: string): string[] {
  const base = join(root, 'packages-under-test');
  return folders(base)
    .flatMap((name) => (name.startsWith('@') ? folders(join(base, name)).map((inner) => `${name}/${inner}`) : [name]))
    .filter((name) => versionFolders(join(base, name)).length > 0)
    .sort();
}

function versionFolders(packageFolder: string): string[] {
  return folders(packageFolder).filter((each) => {
    const directory = join(packageFolder, each);
    return isLocked(directory) || existsSync(join(directory, 'index.ts'));
  });
}

function isLocked(directory: string): boolean {
  return existsSync(join(directory, 'package-lock.json'));
}

function folders(directory: string): string[] {
  if (!isFolder(directory)) return [];
  return readdirSync(directory)
    .filter((each) => isFolder(join(directory, each)))
    .sort();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
