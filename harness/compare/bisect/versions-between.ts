import semver from 'semver';
import { RequestError } from '../../scenario/errors.ts';

/**
 * The versions from one to another, both included, ascending. Prereleases between them are left out, unless an end is one.
 * Throws a RequestError when there is nothing between two versions.
 */
export function versionsBetween(one: string, other: string, published: readonly string[]): string[] {
  for (const version of [one, other]) {
    if (semver.valid(version) === null) {
      throw new RequestError(
        `${version} has no place among the versions: bisect takes two versions, or FOLDER@REF twice`,
      );
    }
  }
  if (semver.eq(one, other)) throw new RequestError(`${one} and ${other} are one version; give two`);
  const [oldest, newest] = semver.lt(one, other) ? [one, other] : [other, one];
  const prereleases = [oldest, newest].some((version) => semver.prerelease(version) !== null);
  const inner = published.filter(
    (version) =>
      semver.gt(version, oldest) && semver.lt(version, newest) && (prereleases || semver.prerelease(version) === null),
  );
  return [oldest, ...semver.sort(inner), newest];
}
