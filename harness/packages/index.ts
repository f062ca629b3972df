export { type Commit, commitsBetween } from './commits-between.ts';
export { InstallError, PackageError } from './errors.ts';
export { newestVersion } from './newest-version.ts';
export { preparePackage } from './prepare-package.ts';
export { isOnDisk, parseRepositoryRef, type RepositoryRef } from './repository-ref.ts';
export { resolveVersion, versionsOf } from './resolve-version.ts';
export { withoutState } from './state-label.ts';
export type { InstalledPackage, PackageRequest, PackageUnderTest, PrepareOptions, SpecimenPackage } from './types.ts';
