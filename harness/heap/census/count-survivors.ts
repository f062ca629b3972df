import { readHighestId, readNodes } from '../read-snapshot.ts';
import { type SurvivorCensus, takeSurvivorCensus } from './survivor-census.ts';

/**
 * Counts what was born between the first and the last of the `earlier` snapshots of a process and is alive in its `last`
 * one, by class and by interval between them. All are paths, in the order in which they were taken:
 * - `countSurvivors([baseline, target], final)` is the triple: born after the baseline, alive in target and final;
 * - `countSurvivors([baseline, middle, target], target)` tells in which half of a run what is alive at its end was born.
 *
 * The cheapest question there is: reads the ids of the earlier files and all but the edges of the last. Script URLs would
 * need edges, so closures are told apart by the number of their script, `closure onAbort (script 84:12)`.
 *
 * Throws `SnapshotError` like `readSnapshot`, and a RangeError when the snapshots are not of one process or in another order.
 */
export async function countSurvivors(earlier: readonly string[], last: string): Promise<SurvivorCensus> {
  const boundaries: number[] = [];
  for (const path of earlier) boundaries.push(await readHighestId(path));
  return takeSurvivorCensus(await readNodes(last), boundaries);
}
