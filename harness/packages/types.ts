/** A package installed from npm. */
export interface InstalledPackage {
  kind: 'installed';
  name: string;
  version: string;
  /** The folder that holds `node_modules/<name>`. */
  directory: string;
}

/** A package written in this repository, as TypeScript that the caller compiles. */
export interface SpecimenPackage {
  kind: 'specimen';
  name: string;
  version: string;
  /** Its index.ts. */
  entry: string;
}

export type PackageUnderTest = InstalledPackage | SpecimenPackage;

/** A package at one version. */
export interface PackageRequest {
  /** An npm name, scoped or not. */
  name: string;
  /** A label: a semver, a semver with build metadata for a variant, or the name of a specimen's version. */
  version: string;
  /** Absolute path of what is installed, for a version that comes neither from npm nor from packages-under-test. */
  tarball?: string;
}

/** What the preparation of a package may use. */
export interface PrepareOptions {
  /** The folder that holds `packages-under-test`. */
  root: string;
  /** Told one line before anything slow. */
  onProgress?: (line: string) => void;
  /** Ends the installation; the promise then rejects with its reason. */
  signal?: AbortSignal;
}
