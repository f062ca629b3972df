import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { type Plugin, rolldown } from 'rolldown';
import { transformSync } from 'rolldown/experimental';
import { RequestError } from './errors.ts';

const SOURCE = /\.[cm]?[jt]sx?$/;
const AUTHOR_API = fileURLToPath(new URL('../subject/author.ts', import.meta.url));

/**
 * Installed packages stay outside the bundle, at the absolute place where they resolve from the file that imports them:
 * the bundle lies elsewhere.
 */
const keepPackagesOutside: Plugin = {
  name: 'packages-outside',
  resolveId: {
    order: 'pre',
    async handler(source, importer) {
      if (source === 'steadyheap') return AUTHOR_API;
      if (importer === undefined || source.startsWith('node:')) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (resolved === null || resolved.external || !path.isAbsolute(resolved.id)) return resolved;
      if (!resolved.id.split(path.sep).includes('node_modules')) return resolved;
      return { id: pathToFileURL(resolved.id).href, external: 'absolute' };
    },
  },
};

/** In the bundle a module's own place is still where its source lies; decorators are the legacy ones, with metadata. */
const keepOwnPlace: Plugin = {
  name: 'own-place',
  transform: {
    filter: { id: SOURCE },
    handler(code, id) {
      const here = pathToFileURL(id).href;
      const define = {
        'import.meta.url': JSON.stringify(here),
        'import.meta.filename': JSON.stringify(id),
        'import.meta.dirname': JSON.stringify(path.dirname(id)),
        __filename: JSON.stringify(id),
        __dirname: JSON.stringify(path.dirname(id)),
      };
      const result = transformSync(id, code, {
        define,
        sourcemap: true,
        target: 'es2022',
        decorator: { legacy: true, emitDecoratorMetadata: true },
      });
      const [error] = result.errors;
      if (error !== undefined) throw new Error(error.message);
      return { code: result.code, map: result.map ?? null, moduleType: 'js' };
    },
  },
};

interface BundleOptions {
  /** Absolute path of the TypeScript or JavaScript to start from. */
  entry: string;
  /** Folder that receives the bundle. */
  directory: string;
  /** Name of the bundle's first file, without extension. */
  name: string;
}

/**
 * Compiles a file and what it imports by relative path to ESM for any supported Node, with source maps. Returns the path
 * of the first file. Throws a RequestError with the compiler's own sentence, file and line.
 */
export async function compile({ entry, directory, name }: BundleOptions): Promise<string> {
  try {
    await readFile(entry);
    const bundle = await rolldown({
      input: { [name]: entry },
      platform: 'node',
      logLevel: 'silent',
      treeshake: false,
      resolve: { mainFields: ['main'] },
      plugins: [keepPackagesOutside, keepOwnPlace],
    });
    await bundle.write({
      dir: directory,
      format: 'esm',
      sourcemap: true,
      keepNames: true,
      entryFileNames: '[name].mjs',
      chunkFileNames: `${name}-[name].mjs`,
    });
    await bundle.close();
  } catch (error) {
    throw new RequestError(`${entry}: ${stripVTControlCharacters((error as Error).message).trim()}`);
  }
  return path.join(directory, `${name}.mjs`);
}
