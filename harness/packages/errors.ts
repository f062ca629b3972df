/** The request is wrong: an unknown package or version, or an entry of packages-under-test that cannot work. */
export class PackageError extends Error {
  override name = 'PackageError';
}

/** The request is right, but this machine cannot install it now: no network, no npm, a full disk. */
export class InstallError extends Error {
  override name = 'InstallError';
}
