import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The path of a file of a CommonJS package that was loaded before, given as its folder in node_modules and so on. */
export function packageFile(name: string, ...path: string[]): string {
  const folder = join('node_modules', name);
  for (const loaded of Object.keys(createRequire(import.meta.url).cache)) {
    const at = loaded.lastIndexOf(folder);
    if (at >= 0) return join(loaded.slice(0, at), folder, ...path);
  }
  throw new Error(`${name} is not loaded as CommonJS`);
}
