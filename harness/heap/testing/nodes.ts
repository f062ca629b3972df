import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * One Node binary a major version: this process's own, those on the PATH, and those listed in `STEADYHEAP_NODES`
 * (separated like PATH), as pairs of version and path.
 */
export function nodesAvailable(): [version: string, path: string][] {
  const listed = (process.env.STEADYHEAP_NODES ?? '').split(delimiter).filter((path) => path !== '');
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const byMajor = new Map<string, [string, string]>();
  for (const path of [process.execPath, ...listed, ...onPath.filter((file) => existsSync(file))]) {
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
    const major = version.split('.')[0];
    if (!byMajor.has(major)) byMajor.set(major, [version, path]);
  }
  return [...byMajor.values()];
}
