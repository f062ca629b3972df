import type { GrowingClass, RunResult } from '../run/result.ts';
import type { ClassChange, ClassRow } from './comparison.ts';

/** Rates of one class in two runs of one version differ by up to 1.5 % (strings of socket.io 4.5.1, four runs). */
const SAME_WITHIN = 0.02;

/**
 * A class's name without the line that a closure is defined at: `closure onDrain (pool-base.js:30)` moves with every edit
 * above it, and is the same closure.
 */
export function classKey(name: string): string {
  return name.replace(/:\d+\)$/, ')');
}

/** How a class's rate per iteration has changed from the first of its columns to the last; at least one of them is not 0. */
export function classChange(rates: readonly number[]): ClassChange {
  const [first, last] = [rates[0] as number, rates.at(-1) as number];
  if (first === 0 && last === 0) return 'in between';
  if (first === 0) return 'new';
  if (last === 0) return 'gone';
  if (Math.abs(last - first) <= SAME_WITHIN * Math.max(first, last)) return 'same';
  return last > first ? 'grown' : 'shrunk';
}

interface Grown {
  perIteration: number;
  retainedBytes: number;
  example: GrowingClass;
}

/** The classes of one column by key; of several rounds, the one in which it grew least. */
function classesOf(rounds: readonly RunResult[]): Map<string, Grown> {
  const byRound = rounds.map((run) => {
    const grown = new Map<string, Grown>();
    for (const each of run.classes) {
      const key = classKey(each.name);
      const before = grown.get(key);
      grown.set(key, {
        perIteration: (before?.perIteration ?? 0) + each.perIteration,
        retainedBytes: (before?.retainedBytes ?? 0) + each.retainedBytes / Math.max(1, run.iterations),
        example: before?.example ?? each,
      });
    }
    return grown;
  });
  const [first, ...others] = byRound;
  const kept = new Map<string, Grown>();
  for (const [key, grown] of first ?? []) {
    const all = [grown, ...others.flatMap((round) => round.get(key) ?? [])];
    if (all.length < byRound.length) continue;
    kept.set(
      key,
      all.reduce((least, each) => (each.perIteration < least.perIteration ? each : least)),
    );
  }
  return kept;
}

/** The classes that grow in every round of at least one column; those that grow most in the last column first. */
export function classRows(columns: readonly (readonly RunResult[])[]): ClassRow[] {
  const grown = columns.map(classesOf);
  const keys = new Set(grown.flatMap((classes) => [...classes.keys()]));
  const rows = [...keys].map((name): ClassRow => {
    const cells = grown.map((classes) => classes.get(name));
    const perIteration = cells.map((cell) => cell?.perIteration ?? 0);
    const example = cells.findLast((cell) => cell !== undefined)?.example as GrowingClass;
    return {
      name,
      package: example.package,
      definedAt: example.definedAt,
      perIteration,
      retainedBytes: cells.map((cell) => cell?.retainedBytes ?? 0),
      change: classChange(perIteration),
      retainerPath: example.retainerPath,
    };
  });
  const weight = (row: ClassRow) => [row.retainedBytes.at(-1) ?? 0, Math.max(...row.retainedBytes)] as const;
  return rows.sort((a, b) => weight(b)[0] - weight(a)[0] || weight(b)[1] - weight(a)[1] || (a.name < b.name ? -1 : 1));
}
