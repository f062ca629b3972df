import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PackageUnderTest } from '../packages/index.ts';
import { compile } from '../scenario/compile.ts';

/** How the subject imports the package under test. */
export interface Loader {
  /** File URL of a module whose default export imports a specifier. */
  module: string;
  /** What `load()` without argument imports. */
  entry: string;
}

/** Specifiers resolve from the folder the module lies in. */
const FROM_HERE = 'export default (specifier) => import(specifier);\n';

/** Specifiers other than file URLs resolve from another file. */
function fromElsewhere(file: string): string {
  return `import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
const { resolve } = createRequire(${JSON.stringify(file)});
export default (specifier) => import(specifier.startsWith('file:') ? specifier : pathToFileURL(resolve(specifier)).href);
`;
}

async function writeWhole(file: string, text: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  // Another process may be loading the file at this moment.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, file);
  return pathToFileURL(file).href;
}

/** Makes the loader of a package under test; what has to be compiled goes to `directory`. */
export async function makeLoader(underTest: PackageUnderTest, directory: string): Promise<Loader> {
  if (underTest.kind === 'installed') {
    return { module: await writeWhole(path.join(underTest.directory, 'load.mjs'), FROM_HERE), entry: underTest.name };
  }
  const compiled = await compile({ entry: underTest.entry, directory, name: 'specimen' });
  return {
    module: await writeWhole(path.join(directory, 'load.mjs'), fromElsewhere(underTest.entry)),
    entry: pathToFileURL(compiled).href,
  };
}
