import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** A commit, branch or tag of a repository on disk. */
export interface RepositoryRef {
  /** Absolute. */
  folder: string;
  ref: string;
}

/** Whether a version is written as something on disk. */
export function isOnDisk(written: string): boolean {
  return /^[./\\~]|^[a-z]:[\\/]|\.tgz$|\.tar\.gz$/i.test(written);
}

/**
 * Reads `FOLDER@REF`; null when it is none. A folder may have an @ in its name, and a ref too: the first division at which
 * there is a folder counts.
 */
export function parseRepositoryRef(written: string, cwd: string): RepositoryRef | null {
  if (!isOnDisk(written)) return null;
  for (let at = written.indexOf('@'); at !== -1; at = written.indexOf('@', at + 1)) {
    const folder = resolve(cwd, written.slice(0, at));
    const ref = written.slice(at + 1);
    if (ref !== '' && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { folder, ref };
  }
  return null;
}
