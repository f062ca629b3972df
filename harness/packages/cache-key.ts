import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageRequest } from './types.ts';

/** The files an installation starts from, by path relative to its folder. */
export type EntryFiles = ReadonlyMap<string, Buffer>;

/** Reads a lockfile entry: package.json, package-lock.json and whatever local packages lie beside them. */
export function readEntryFiles(directory: string): EntryFiles {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(directory.length + 1))
    .filter((path) => !path.split(/[\\/]/).includes('node_modules'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(directory, path))]));
}

/** The folder name of an installation: the same for the same package, version, files and platform only. */
export function cacheKey({ name, version }: PackageRequest, files: EntryFiles): string {
  const hash = createHash('sha256');
  for (const [path, content] of files)
    hash.update(`${path.replaceAll('\\', '/')}\0${content.length}\0`).update(content);
  const digest = hash.digest('hex').slice(0, 16);
  return `${name.replace('/', '+')}@${version}-${process.platform}-${process.arch}-${digest}`;
}
