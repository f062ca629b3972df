export { InstallError, PackageError } from './errors.ts';
export { commitOf, git } from './git.ts';
export { newestVersion } from './newest-version.ts';
export { preparePackage } from './prepare-package.ts';
export { resolveVersion, versionsOf } from './resolve-version.ts';
export type { InstalledPackage, PackageRequest, PackageUnderTest, PrepareOptions, SpecimenPackage } from './types.ts';
