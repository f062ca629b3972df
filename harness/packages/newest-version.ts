import semver from 'semver';
import { PackageError } from './errors.ts';
import { explainFailure } from './npm-failure.ts';
import { runNpm } from './run-npm.ts';
import type { PrepareOptions } from './types.ts';

/**
 * The newest published version of a package within a semver range, as `22` or `~22.18`.
 *
 * @throws {PackageError} when none is within it; an InstallError when npm cannot be asked
 */
export async function newestVersion(
  name: string,
  range: string,
  { root, signal }: Pick<PrepareOptions, 'root' | 'signal'>,
): Promise<string> {
  const answer = await runNpm(['view', name, 'versions'], root, signal);
  if (!answer.ok) throw explainFailure(`${name}@${range}`, answer.failure);
  const published = ([] as string[]).concat(JSON.parse(answer.stdout));
  const newest = semver.maxSatisfying(published, range);
  if (newest !== null) return newest;
  const majors = [...new Set(published.map((version) => semver.major(version)))].sort((a, b) => a - b);
  throw new PackageError(`${name} has no version ${range} on npm; there are ${majors.join(', ')}.`);
}
