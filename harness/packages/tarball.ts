import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EntryFiles } from './cache-key.ts';
import { PackageError } from './errors.ts';
import { runNpm } from './run-npm.ts';
import { type State, stateLabel } from './state-label.ts';
import type { PackageRequest, PrepareOptions } from './types.ts';

type Options = Pick<PrepareOptions, 'signal'>;

/** What npm says of a tarball it has read or made. */
interface Packed {
  name: string;
  version: string;
  filename: string;
  shasum: string;
}

async function pack(args: readonly string[], cwd: string, shown: string, signal?: AbortSignal): Promise<Packed> {
  const answer = await runNpm(['pack', ...args, '--ignore-scripts'], cwd, signal);
  if (!answer.ok) throw new PackageError(`${shown} is no package: ${answer.failure.summary}`);
  const [packed] = Object.values(JSON.parse(answer.stdout) as Record<string, Packed>);
  return packed as Packed;
}

/**
 * Packs a folder as npm would publish it, without running its scripts. The tarball lies in `into`. A sentence calls the folder
 * as it is `shown`.
 */
export async function packFolder(
  folder: string,
  into: string,
  { signal, shown = folder }: Options & { shown?: string },
): Promise<string> {
  await mkdir(into, { recursive: true });
  const { filename } = await pack(['--pack-destination', into], folder, shown, signal);
  // npm reports the name of a scoped package with its slash, and writes the file with a dash.
  return join(into, filename.replace(/^@/, '').replace('/', '-'));
}

/**
 * The request that installs a tarball. Its version is that of its manifest with its state as build metadata; without one given
 * its checksum tells two builds of one version apart.
 *
 * @throws {PackageError} when it is no tarball of that package
 */
export async function requestOfTarball(
  name: string,
  tarball: string,
  { state, signal }: Options & { state?: State },
): Promise<PackageRequest> {
  const packed = await pack(['--dry-run', tarball], dirname(tarball), tarball, signal);
  if (packed.name !== name) {
    throw new PackageError(`${tarball} holds ${packed.name}, and the scenario is of ${name}.`);
  }
  return { name, version: stateLabel(packed.version, state ?? { ref: null, id: packed.shasum }), tarball };
}

/** What an installation of a tarball starts from. */
export function filesOfTarball({ name }: PackageRequest, tarball: string): EntryFiles {
  const manifest = { private: true, dependencies: { [name]: 'file:./package.tgz' } };
  return new Map([
    ['package.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)],
    ['package.tgz', readFileSync(tarball)],
  ]);
}
