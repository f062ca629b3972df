import { readHighestId, readNodes } from '../read-snapshot.ts';
import { type Census, takeCensus } from './census.ts';

/** Paths of three snapshots of one process, in the order in which they were taken. */
export interface Triple {
  baseline: string;
  target: string;
  final: string;
}

/**
 * Counts what was born after the baseline and is alive in target and final, by class. The cheapest question: reads the
 * ids of the first two files and all but the edges of the last. Script URLs would need edges, so closures are told apart
 * by the number of their script, `closure onAbort (script 84:12)`.
 *
 * Throws `SnapshotError` like `readSnapshot`.
 */
export async function countSurvivors({ baseline, target, final }: Triple): Promise<Census> {
  const bornAfter = await readHighestId(baseline);
  const bornUntil = await readHighestId(target);
  return takeCensus(await readNodes(final), { bornAfter, bornUntil });
}
