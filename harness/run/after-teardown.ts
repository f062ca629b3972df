import type { Census } from '../heap/index.ts';
import { CANARY } from './harness-classes.ts';
import type { Measured } from './measure.ts';
import type { AfterTeardown } from './result.ts';
import type { SnapshotRecord, Snapshots } from './snapshots.ts';

function beyond(final: Record<string, number>, baseline: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(final)
      .map(([type, count]) => [type, count - (baseline[type] ?? 0)] as const)
      .filter(([, more]) => more > 0),
  );
}

/** What was born between baseline and target and is alive in the final snapshot. */
export async function survivorsOfTriple(snapshots: Snapshots): Promise<Census> {
  const records = await snapshots.records();
  const [first, target] = [records[0] as SnapshotRecord, records.at(-2) as SnapshotRecord];
  return snapshots.born({ bornAfter: first.highestId, bornUntil: target.highestId });
}

/** What outlives teardown, the canaries left out. */
export function afterTeardown(census: Census, { baseline, final }: Measured): AfterTeardown {
  let heapBytes = 0;
  let objects = 0;
  for (const [name, { count, shallowBytes }] of census) {
    if (name === CANARY) continue;
    heapBytes += shallowBytes;
    objects += count;
  }
  return {
    heapBytes,
    objects,
    handles: beyond(final.handles, baseline.handles),
    processes: final.processes - baseline.processes,
    fds: final.fds - baseline.fds,
  };
}
