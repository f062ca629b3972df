import type { Sources } from '../names/sources.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { type ClassCount, takeCensus } from './census.ts';
import { checkBoundaries } from './intervals.ts';

/** The survivors of one class: how many there are, and how many of them were born in each interval. */
export interface SurvivorCount extends ClassCount {
  perInterval: number[];
}

/** Survivors by class name as it is shown to people. */
export type SurvivorCensus = Map<string, SurvivorCount>;

/**
 * Counts what was born after the first boundary and not after the last and is alive in this snapshot, by class and interval.
 * Boundaries are the highest ids of earlier snapshots of the same process, ascending; a class that grows has births in every
 * interval.
 *
 * Needs no edges. Throws a RangeError for boundaries that are fewer than two or do not ascend.
 */
export function takeSurvivorCensus(
  snapshot: HeapSnapshot,
  boundaries: readonly number[],
  sources: Sources = {},
): SurvivorCensus {
  checkBoundaries(boundaries);
  const intervals = boundaries.length - 1;
  const survivors: SurvivorCensus = new Map();
  for (let interval = 0; interval < intervals; interval++) {
    const range = { bornAfter: boundaries[interval], bornUntil: boundaries[interval + 1] };
    for (const [name, { count, shallowBytes }] of takeCensus(snapshot, range, sources)) {
      const known = survivors.get(name) ?? { count: 0, shallowBytes: 0, perInterval: new Array(intervals).fill(0) };
      known.count += count;
      known.shallowBytes += shallowBytes;
      known.perInterval[interval] = count;
      survivors.set(name, known);
    }
  }
  return survivors;
}
