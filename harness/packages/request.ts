import { PackageError } from './errors.ts';
import type { PackageRequest } from './types.ts';

const NAME = /^(@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/i;
const VERSION = /^[a-z0-9][\w.+-]*$/i;

/**
 * Rejects names and versions that could not be those of a package, before they become parts of a path or a command.
 *
 * @throws {PackageError} when either is malformed
 */
export function checkRequest({ name, version }: PackageRequest): void {
  if (!NAME.test(name)) {
    throw new PackageError(`"${name}" is not a package name: expected one like "async-mutex" or "@scope/name".`);
  }
  if (!VERSION.test(version)) {
    throw new PackageError(
      `"${version}" is not a version of ${name}: expected one exact version like "1.2.3" or the name of a folder in packages-under-test/${name}.`,
    );
  }
}
