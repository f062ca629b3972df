import { statSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { RequestError } from './errors.ts';
import { listNames } from './names.ts';
import { nearestScenarios } from './nearest-scenarios.ts';

const IN_A_FOLDER = '*.scenario.{ts,mts,cts,js,mjs,cjs}';
/** The scenarios that run when nothing else is asked for: those directly in the folder. */
export const DEFAULT_GLOB = `scenarios/${IN_A_FOLDER}`;
/** Every scenario; the folders below hold larger sets, which run when they are asked for. */
export const ALL_GLOB = `scenarios/**/${IN_A_FOLDER}`;

async function discover(pattern: string, root: string): Promise<string[]> {
  const files = await glob(pattern, { cwd: root, absolute: true });
  return files.map((file) => path.normalize(file)).sort();
}

/** A word with a file's ending, or an absolute or explicitly relative one. */
const LOOKS_LIKE_A_PATH = /^[./]|\.[cm]?[jt]s$/;

/** The name by which the file of a scenario is asked for: its path below `scenarios`, without its ending. */
export function scenarioName(file: string, root: string): string {
  const below = path.relative(path.join(root, 'scenarios'), file).split(path.sep).join('/');
  return below.replace(/\.scenario\.\w+$/, '');
}

/** What to answer to a path of a folder. */
function folderSentence(folder: string, inIt: readonly string[]): string {
  const names = inIt.map((file) => path.basename(file));
  const there = names.length === 0 ? 'there is no scenario in it' : `the scenarios in it are ${listNames(names)}`;
  return `${folder} is a folder; name the file of a scenario: ${there}`;
}

interface Folders {
  /** It holds `scenarios`. */
  root: string;
  /** Relative paths start from it. */
  cwd: string;
}

/** The files that one word means, of those below `scenarios` or any other. */
async function meant(word: string, known: readonly string[], { root, cwd }: Folders): Promise<string[]> {
  const file = path.resolve(cwd, word);
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isFile()) return [file];
  const isPath = LOOKS_LIKE_A_PATH.test(word);
  const isFolder = there?.isDirectory() ?? false;
  const matches = known.filter((candidate) => path.relative(root, candidate).includes(word));
  if (matches.length > 0 && !(isPath && isFolder)) return matches;
  if (isFolder) throw new RequestError(folderSentence(file, await discover(IN_A_FOLDER, file)));
  if (isPath) throw new RequestError(`there is no file ${file}`);
  const names = known.map((candidate) => scenarioName(candidate, root));
  throw new RequestError(`'${word}' is neither a file nor part of a scenario's name; ${nearestScenarios(word, names)}`);
}

/**
 * The files that the words of a request mean: a path of a file, or a part of the path of one below `scenarios`; the
 * default set without words. Throws a RequestError for a word that means nothing.
 */
export async function findScenarios(words: readonly string[], root: string, cwd: string): Promise<string[]> {
  if (words.length === 0) {
    const known = await discover(DEFAULT_GLOB, root);
    if (known.length === 0)
      throw new RequestError(`there is no scenario in ${root}; name a file, or write ${DEFAULT_GLOB}`);
    return known;
  }
  const known = await discover(ALL_GLOB, root);
  const found = new Set<string>();
  for (const word of words) for (const file of await meant(word, known, { root, cwd })) found.add(file);
  return [...found];
}
