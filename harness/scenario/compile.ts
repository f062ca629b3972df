import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { type Plugin, rolldown } from 'rolldown';
import { transformSync } from 'rolldown/experimental';
import { RequestError } from './errors.ts';

const SOURCE = /\.[cm]?[jt]sx?$/;
const AUTHOR_API = fileURLToPath(new URL('../subject/author.ts', import.meta.url));

/**
 * Installed packages stay outside of what is compiled, at the absolute place where they resolve from the file that imports
 * them: what is compiled lies elsewhere.
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

/** A module's own place is still where its source lies; decorators are the legacy ones, with metadata. */
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
      // The compiler tells the stack too, of which nothing is the author's.
      if (error !== undefined) throw Object.assign(new Error(error.message), { stack: '' });
      return { code: result.code, map: result.map ?? null, moduleType: 'js' };
    },
  },
};

/** What a file and its imports were compiled to. */
export interface Compiled {
  /** The name of the file to start from. */
  start: string;
  files: { name: string; text: string }[];
}

/** The compiled file of a module that is imported: in a folder of its own, as two modules may have one name. */
function fileOf(module: string, start: string): string {
  const folder = createHash('sha256').update(module).digest('hex').slice(0, 8);
  return `${start}/${folder}/${path.parse(module).name}.mjs`;
}

/**
 * Compiles a file and what it imports by relative path to ESM for any supported Node, with source maps. Throws a
 * RequestError with the compiler's own sentence, file and line.
 *
 * @param entry Absolute path of the TypeScript or JavaScript to start from.
 * @param name Name of the first file, without extension, and of the folder of others.
 * @param inOne Whether all becomes one module, which loads faster. Otherwise modules stay apart, as Node would load them: in
 *   one, the heap shows the variables of each as variables of all.
 */
export async function compileOnly(entry: string, name: string, { inOne = false } = {}): Promise<Compiled> {
  try {
    await readFile(entry);
    const bundle = await rolldown({
      input: { [name]: entry },
      platform: 'node',
      logLevel: 'silent',
      treeshake: false,
      optimization: { inlineConst: false },
      resolve: { mainFields: ['main'] },
      plugins: [keepPackagesOutside, keepOwnPlace],
    });
    const { output } = await bundle.generate({
      format: 'esm',
      sourcemap: true,
      // Wherever the files are written to, their maps lead back.
      sourcemapPathTransform: (source, map) => pathToFileURL(path.resolve(path.dirname(map), source)).href,
      keepNames: true,
      preserveModules: !inOne,
      // The code under test stays what was written: by default a function that nobody calls is left out, and its leak with it.
      minify: false,
      entryFileNames: ({ isEntry, facadeModuleId }) =>
        // Only what is compiled into one has no module of its own to be named by.
        isEntry || !facadeModuleId ? `${name}.mjs` : fileOf(facadeModuleId, name),
      chunkFileNames: `${name}-[name].mjs`,
    });
    await bundle.close();
    return {
      start: `${name}.mjs`,
      files: output.map((each) => ({
        name: each.fileName,
        text: each.type === 'chunk' ? each.code : Buffer.from(each.source).toString('utf8'),
      })),
    };
  } catch (error) {
    throw new RequestError(`${entry}: ${stripVTControlCharacters((error as Error).message).trim()}`);
  }
}

/** Writes what was compiled into a folder. Returns the path of the file to start from. */
export async function writeCompiled({ start, files }: Compiled, directory: string): Promise<string> {
  await Promise.all(
    files.map(async ({ name, text }) => {
      const file = path.join(directory, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }),
  );
  return path.join(directory, start);
}

interface CompileOptions {
  /** As for `compileOnly`. */
  entry: string;
  name: string;
  /** Folder that receives the files. */
  directory: string;
}

/** Compiles a file into a folder. Returns the path of the file to start from. Throws as `compileOnly` does. */
export async function compile({ entry, directory, name }: CompileOptions): Promise<string> {
  return writeCompiled(await compileOnly(entry, name), directory);
}
