export { InstallError, PackageError } from './errors.ts';
export { newestVersion } from './newest-version.ts';
export { preparePackage } from './prepare-package.ts';
export type { InstalledPackage, PackageRequest, PackageUnderTest, PrepareOptions, SpecimenPackage } from './types.ts';
