import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import semver from 'semver';
import { cacheFolder } from './cache-folder.ts';
import { PackageError } from './errors.ts';
import { findEntry } from './find-entry.ts';
import { gitVersion } from './git-version.ts';
import { nearestVersions } from './nearest-versions.ts';
import { packageFolder } from './package-folder.ts';
import { publishedVersions } from './published-versions.ts';
import { isOnDisk, parseRepositoryRef } from './repository-ref.ts';
import { withStagingFolder } from './staging.ts';
import { packFolder, requestOfTarball } from './tarball.ts';
import type { PackageRequest, PrepareOptions } from './types.ts';

type Options = PrepareOptions & {
  /** The folder that relative paths start from. */
  cwd: string;
};

/**
 * What is meant by the text after `NAME@` in a request: the name of a folder in packages-under-test, an exact version, a
 * range or a tag of npm (its newest; what was picked is told), `workspace` for the package of that name in this repository,
 * a tarball, a folder, or `FOLDER@REF` for a commit, branch or tag of a git repository on disk.
 *
 * @throws {PackageError} when it means nothing; an InstallError when npm cannot be asked or a commit cannot be built
 */
export async function resolveVersion(name: string, written: string, options: Options): Promise<PackageRequest> {
  if (isOnDisk(written)) return fromDisk(name, written, options);
  if (written === 'workspace') return fromFolder(name, packageFolder(options.root, name), options);
  const own = findEntry(options.root, { name, version: written });
  if (own.kind !== 'none' || semver.valid(written) !== null) return { name, version: written };
  const folder = folderMeant(written, options.cwd);
  // No version, range or tag has an @ in it: npm need not be asked.
  if (folder !== null && written.includes('@'))
    throw new PackageError(`${name} has no version "${written}": ${folder}`);
  const published = own.onNpm ? await publishedVersions(name, options) : { versions: own.versions, tags: {} };
  const version = pick(written, published.versions, published.tags);
  if (version === null)
    throw new PackageError(`${name} has no version "${written}": ${folder ?? remedy(written, own.onNpm, published)}`);
  options.onProgress?.(`${name}@${written} is ${version}`);
  return { name, version };
}

/** The versions of a package in ascending order: those on npm, or for a package written here those it has. */
export async function versionsOf(name: string, options: PrepareOptions): Promise<string[]> {
  const own = findEntry(options.root, { name, version: '*' });
  const versions = own.kind === 'none' && !own.onNpm ? own.versions : (await publishedVersions(name, options)).versions;
  return semver.sort(versions.filter((version) => semver.valid(version) !== null));
}

function pick(written: string, versions: readonly string[], tags: Record<string, string>): string | null {
  const tagged = tags[written];
  if (tagged !== undefined) return tagged;
  const range = written === 'latest' ? '*' : written;
  return semver.validRange(range) === null ? null : semver.maxSatisfying(versions, range);
}

/** How a folder or repository here is to be written that was written without its path; null when there is none of that name. */
function folderMeant(written: string, cwd: string): string | null {
  const there = statSync(resolve(cwd, written), { throwIfNoEntry: false })?.isDirectory();
  if (!there && parseRepositoryRef(`./${written}`, cwd) === null) return null;
  return `for the folder of that name here write ./${written}.`;
}

function remedy(
  written: string,
  onNpm: boolean,
  { versions, tags }: { versions: string[]; tags: Record<string, string> },
): string {
  if (!onNpm) return `packages-under-test has ${versions.join(', ')}.`;
  const lowest = semver.validRange(written) === null ? null : semver.minVersion(written);
  if (lowest !== null) return `the nearest are ${nearestVersions(lowest.version, versions).join(', ')}.`;
  const span = `versions from ${versions[0]} to ${versions.at(-1)}`;
  return `that is neither a version, a range nor one of its tags; npm has the tags ${Object.keys(tags).join(', ')} and ${span}.`;
}

function fromDisk(name: string, written: string, options: Options): Promise<PackageRequest> {
  const whole = resolve(options.cwd, written);
  const there = statSync(whole, { throwIfNoEntry: false });
  if (there?.isFile()) return requestOfTarball(name, whole, options);
  if (there?.isDirectory()) return fromFolder(name, packageFolder(whole, name), options);
  const inGit = parseRepositoryRef(written, options.cwd);
  if (inGit !== null) return gitVersion(name, inGit, written, options);
  throw new PackageError(`There is no "${written}": expected a tarball, a folder, or FOLDER@REF of a git repository.`);
}

/** Packed first, under a name made of its content: the folder may change while it is being measured. */
function fromFolder(name: string, folder: string, options: Options): Promise<PackageRequest> {
  return withStagingFolder(cacheFolder(), async (staging) => {
    const packed = await packFolder(folder, staging, options);
    const digest = createHash('sha256')
      .update(await readFile(packed))
      .digest('hex')
      .slice(0, 16);
    const kept = join(cacheFolder(), 'folders', `${digest}.tgz`);
    await mkdir(dirname(kept), { recursive: true });
    await rename(packed, kept);
    return requestOfTarball(name, kept, options);
  });
}
