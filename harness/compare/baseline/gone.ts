import type { RunResult } from '../../run/result.ts';
import type { Baseline } from './baseline.ts';
import { baselineKey, withoutNode } from './key.ts';

/** What is known of the scenarios that a whole set consists of. */
interface WholeSet {
  /** The runs of the set, with the files they are of. */
  runs: readonly RunResult[];
  /** Whether there is a scenario file of this name. */
  exists(file: string): boolean;
}

/**
 * The keys of entries that nothing can be held against any more: their scenario file is gone, or it was run whole and
 * no longer has a scenario of that name at that version. Entries of files that were not run stay, those of other
 * versions of Node, and those that do not tell their file.
 */
export function goneFrom({ runs: entries }: Baseline, { runs, exists }: WholeSet): string[] {
  const files = new Set(runs.map(({ file }) => file));
  const there = new Set(runs.map((run) => withoutNode(baselineKey(run))));
  return Object.entries(entries)
    .filter(([key, { file }]) => {
      if (file === undefined) return false;
      return !exists(file) || (files.has(file) && !there.has(withoutNode(key)));
    })
    .map(([key]) => key);
}

/** A baseline without some of its entries. */
export function without({ schema, runs }: Baseline, keys: readonly string[]): Baseline {
  return { schema, runs: Object.fromEntries(Object.entries(runs).filter(([key]) => !keys.includes(key))) };
}
