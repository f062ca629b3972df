import { MOST_NAMES } from './names.ts';

/** Pairs of neighbouring letters, without regard to case, dots and dashes. */
function pairsOf(text: string): Set<string> {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}

/** How alike two texts are, from 0 to 1: the coefficient of L. R. Dice (1945) over their pairs of letters. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** A name is compared whole and without its folders, which are seldom written. */
function nearness(word: string, name: string): number {
  return Math.max(likeness(word, name), likeness(word, name.slice(name.lastIndexOf('/') + 1)));
}

/** What to answer to a word that means no scenario: the scenarios whose names are most like it, out of all there are. */
export function nearestScenarios(word: string, names: readonly string[]): string {
  if (names.length === 0) return 'there is none here';
  if (names.length <= MOST_NAMES) return `there are ${names.toSorted().join(', ')}`;
  const ranked = names.toSorted((a, b) => nearness(word, b) - nearness(word, a) || (a < b ? -1 : 1));
  const nearest = ranked.slice(0, MOST_NAMES);
  return `of the ${names.length} there are, the nearest are ${nearest.join(', ')}`;
}
