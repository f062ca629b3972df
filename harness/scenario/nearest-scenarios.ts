import { listNames, MOST_NAMES } from './names.ts';

/** Words of a name, without regard to case. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** Letters to change, add or leave out that make one text of the other (V. I. Levenshtein, 1966). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, each] of [...other].entries()) {
      const replaced = (row[j] as number) + (letter === each ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}

/** Words that follow each other in a name, as one: `lru-cache-size` has `lru`, `lrucache`, `cache`, ... */
function runsOf(words: readonly string[]): string[] {
  return words.flatMap((_, from) => words.slice(from).map((_, more) => words.slice(from, from + more + 1).join('')));
}

/** The part of the letters of a word that may be wrong; a third more of them, and it is another word. */
const WRONG_PART = 1 / 3;
/** Letters of the shortest word that says something by itself: below are `of`, `one`, `pdf`. */
const TELLING = 4;

/** In how many letters a name differs from what was written for it; null when it does not resemble it. */
function difference(written: string, name: string): number | null {
  const letters = wordsOf(written).join('');
  const runs = runsOf(wordsOf(name));
  const least = Math.min(...runs.map((run) => editDistance(letters, run)));
  if (least <= letters.length * WRONG_PART) return least;
  const shared = runs.filter((run) => run.length >= TELLING && letters.includes(run)).map(({ length }) => length);
  return shared.length === 0 ? null : letters.length - Math.max(...shared);
}

/** Those of the default set first. */
function byFolder(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
}

/**
 * What to answer to a word that means no scenario: the scenarios whose names resemble it, or else some of those there
 * are.
 */
export function nearestScenarios(word: string, names: readonly string[]): string {
  if (names.length === 0) return 'there is none here';
  const alike = names
    .flatMap((name) => {
      const letters = difference(word, name);
      return letters === null ? [] : [{ name, letters }];
    })
    .sort((a, b) => a.letters - b.letters || byFolder(a.name, b.name));
  if (names.length <= MOST_NAMES || alike.length === 0) return `there are ${listNames(names.toSorted(byFolder))}`;
  return `of the ${names.length} there are, it resembles ${listNames(alike.map(({ name }) => name))}`;
}
