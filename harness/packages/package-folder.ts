import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { PackageError } from './errors.ts';

interface Manifest {
  name?: string;
  version?: string;
  scripts?: Record<string, string>;
  workspaces?: string[] | { packages: string[] };
}

/** The package.json of a folder; null without one. Throws a PackageError, with the folder as it is `shown`, for one that cannot be read. */
export function manifestOf(folder: string, shown = folder): Manifest | null {
  let text: string;
  try {
    text = readFileSync(join(folder, 'package.json'), 'utf8');
  } catch {
    return null;
  }
  try {
    return JSON.parse(text) as Manifest;
  } catch (error) {
    throw new PackageError(`the package.json of ${shown} cannot be read: ${(error as Error).message}`);
  }
}

/**
 * The folder of a package in a repository: its root, or one of its npm workspaces.
 *
 * @param shown What a sentence calls the root.
 * @throws {PackageError} when neither is of that name
 */
export function packageFolder(root: string, name: string, shown = root): string {
  const manifest = manifestOf(root, shown);
  if (manifest === null) throw new PackageError(`${shown} has no package.json.`);
  if (manifest.name === name) return root;
  const { workspaces = [] } = manifest;
  const patterns = Array.isArray(workspaces) ? workspaces : workspaces.packages;
  const folders = patterns.length === 0 ? [] : globSync(patterns, { cwd: root, absolute: true, onlyDirectories: true });
  const names = new Map(
    folders.sort().map((folder) => [manifestOf(folder, join(shown, relative(root, folder)))?.name, folder]),
  );
  const found = names.get(name);
  if (found !== undefined) return found;
  const there = [manifest.name, ...names.keys()].filter(Boolean).join(', ') || 'none with a name';
  throw new PackageError(`${shown} holds no package "${name}": there is ${there}.`);
}
