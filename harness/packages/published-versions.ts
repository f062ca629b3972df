import { PackageError } from './errors.ts';
import { explainFailure } from './npm-failure.ts';
import { runNpm } from './run-npm.ts';
import type { PrepareOptions } from './types.ts';

type Options = Pick<PrepareOptions, 'root' | 'signal'>;

/** What npm knows of a package. */
export interface Published {
  /** In the order of their publication. */
  versions: string[];
  /** Tags such as `latest`, with the version each points to. */
  tags: Record<string, string>;
}

/**
 * Asks npm for the versions and tags of a package.
 *
 * @throws {PackageError} when there is no such package; an InstallError when npm cannot be asked
 */
export async function publishedVersions(name: string, { root, signal }: Options): Promise<Published> {
  const answer = await runNpm(['view', name, 'versions', 'dist-tags'], root, signal);
  if (!answer.ok) {
    if (answer.failure.code === 'E404') {
      throw new PackageError(
        `There is no package "${name}" on npm; a version of it can be a folder, FOLDER@REF of a git repository, or a tarball.`,
      );
    }
    throw explainFailure(name, answer.failure);
  }
  const { versions, 'dist-tags': tags } = JSON.parse(answer.stdout) as {
    versions: string | string[];
    'dist-tags': Record<string, string>;
  };
  return { versions: ([] as string[]).concat(versions), tags };
}
