import { statSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { RequestError } from './errors.ts';

/** Where scenarios are looked for when a name, not a file, is asked for. */
export const SCENARIO_GLOB = 'scenarios/**/*.scenario.{ts,mts,js,mjs}';

/** Every scenario file below `root`, sorted, absolute. */
export async function discoverScenarios(root: string): Promise<string[]> {
  const files = await glob(SCENARIO_GLOB, { cwd: root, absolute: true });
  return files.map((file) => path.normalize(file)).sort();
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * The files that the words of a request mean: a path of a file, or a part of the name of a discovered one; all of them
 * without words. Throws a RequestError for a word that means nothing.
 */
export async function findScenarios(words: readonly string[], root: string, cwd: string): Promise<string[]> {
  const known = await discoverScenarios(root);
  if (words.length === 0) {
    if (known.length === 0)
      throw new RequestError(`there is no scenario in ${root}; name a file, or write ${SCENARIO_GLOB}`);
    return known;
  }
  const found = new Set<string>();
  for (const word of words) {
    const file = path.resolve(cwd, word);
    const matches = isFile(file) ? [file] : known.filter((candidate) => path.relative(root, candidate).includes(word));
    if (matches.length === 0) {
      const names = known.map((candidate) => path.basename(candidate).replace(/\.scenario\.\w+$/, ''));
      throw new RequestError(
        `'${word}' is neither a file nor part of a scenario's name; there ${names.length === 0 ? 'is none here' : `are ${names.join(', ')}`}`,
      );
    }
    for (const match of matches) found.add(match);
  }
  return [...found];
}
