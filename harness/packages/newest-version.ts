import semver from 'semver';
import { PackageError } from './errors.ts';
import { publishedVersions } from './published-versions.ts';
import type { PrepareOptions } from './types.ts';

/**
 * The newest published version of a package within a semver range, as `22` or `~22.18`.
 *
 * @throws {PackageError} when none is within it; an InstallError when npm cannot be asked
 */
export async function newestVersion(
  name: string,
  range: string,
  options: Pick<PrepareOptions, 'root' | 'signal'>,
): Promise<string> {
  const { versions } = await publishedVersions(name, options);
  const newest = semver.maxSatisfying(versions, range);
  if (newest !== null) return newest;
  const majors = [...new Set(versions.map((version) => semver.major(version)))].sort((a, b) => a - b);
  throw new PackageError(`${name} has no version ${range} on npm; there are ${majors.join(', ')}.`);
}
