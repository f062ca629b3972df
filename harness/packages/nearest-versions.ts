import semver from 'semver';

/**
 * The published versions closest to one that does not exist: up to `each` below it and `each` above it, ascending. The
 * list given may be in any order; entries that are not semver are left out.
 */
export function nearestVersions(wanted: string, existing: readonly string[], each = 3): string[] {
  const sorted = semver.sort(existing.filter((version) => semver.valid(version) !== null));
  const above = sorted.findIndex((version) => semver.gt(version, wanted));
  const split = above === -1 ? sorted.length : above;
  return sorted.slice(Math.max(0, split - each), split + each);
}
