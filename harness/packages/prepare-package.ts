import semver from 'semver';
import { type EntryFiles, readEntryFiles } from './cache-key.ts';
import { PackageError } from './errors.ts';
import { type Entry, findEntry, packagesWithEntries } from './find-entry.ts';
import { install, installedVersion } from './install.ts';
import { nearestVersions } from './nearest-versions.ts';
import { explainFailure } from './npm-failure.ts';
import { publishedVersions } from './published-versions.ts';
import { checkRequest } from './request.ts';
import { filesOfTarball } from './tarball.ts';
import type { InstalledPackage, PackageRequest, PackageUnderTest, PrepareOptions } from './types.ts';

/**
 * Makes one version of a package ready to be measured: finds its specimen or its lockfile under `packages-under-test`,
 * or, for a plain semver without a folder there, takes it from npm. An installation is kept in the user's cache folder
 * and found again in milliseconds.
 *
 * @throws {PackageError} when the name or version is unknown or its folder cannot work
 * @throws {InstallError} when this machine cannot install it now; the signal's reason when aborted
 */
export async function preparePackage(request: PackageRequest, options: PrepareOptions): Promise<PackageUnderTest> {
  checkRequest(request);
  const { name, version, tarball } = request;
  if (tarball !== undefined) return installEntry(request, filesOfTarball(request, tarball), options);
  const entry = findEntry(options.root, request);
  if (entry.kind === 'specimen') return { kind: 'specimen', name, version, entry: entry.entry };
  if (entry.kind === 'none') rejectUnlessOnNpm(request, entry);
  return installEntry(request, entry.kind === 'locked' ? readEntryFiles(entry.directory) : generate(request), options);
}

/** Names in a sentence; more would bury what it says. */
const MOST_NAMES = 8;

async function installEntry(
  request: PackageRequest,
  files: EntryFiles,
  options: PrepareOptions,
): Promise<InstalledPackage> {
  const { name, version } = request;
  const result = await install(request, files, options);
  if (!result.ok) {
    const { code } = result.failure;
    if (code === 'ETARGET' || code === 'E404') throw await explainUnknown(request, result.failure.summary, options);
    throw explainFailure(`${name}@${version}`, result.failure);
  }
  const installed = installedVersion(result.directory, name);
  const wanted = semver.parse(version)?.version;
  if (installed === undefined || (wanted !== undefined && installed !== wanted)) {
    throw new PackageError(
      `packages-under-test/${name}/${version} installs ${installed ?? 'no'} ${name}: expected ${wanted ?? 'a version of it'}; correct its package.json.`,
    );
  }
  return { kind: 'installed', name, version, directory: result.directory };
}

function rejectUnlessOnNpm({ name, version }: PackageRequest, { versions, onNpm }: Extract<Entry, { kind: 'none' }>) {
  if (!onNpm) {
    throw new PackageError(`${name} has no version "${version}": packages-under-test has ${versions.join(', ')}.`);
  }
  // A range or build metadata is refused too: npm would choose a version of its own.
  if (semver.parse(version)?.raw !== version || version.includes('+')) {
    const known = versions.length > 0 ? ` packages-under-test has ${versions.join(', ')};` : '';
    throw new PackageError(
      `${name} has no version "${version}":${known} expected one exact version of npm, like "1.2.3".`,
    );
  }
}

function generate({ name, version }: PackageRequest): EntryFiles {
  const manifest = { private: true, dependencies: { [name]: version } };
  return new Map([['package.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]]);
}

/** Tells apart an unknown name, an unknown version, and a dependency that cannot be had. */
async function explainUnknown(
  { name, version }: PackageRequest,
  summary: string,
  { root, signal }: PrepareOptions,
): Promise<Error> {
  const published = await publishedVersions(name, { root, ...(signal === undefined ? {} : { signal }) }).catch(
    (error: Error) => error,
  );
  if (published instanceof PackageError) {
    const own = packagesWithEntries(root);
    return own.length > 0 && own.length <= MOST_NAMES
      ? new PackageError(`${published.message.slice(0, -1)}; packages-under-test has ${own.join(', ')}.`)
      : published;
  }
  if (published instanceof Error) return published;
  const wanted = semver.parse(version)?.version;
  if (wanted === undefined || published.versions.includes(wanted)) {
    return new PackageError(`Cannot install ${name}@${version}: ${summary}`);
  }
  return new PackageError(
    `${name} has no version ${version} on npm; the nearest are ${nearestVersions(wanted, published.versions).join(', ')}.`,
  );
}
