import { type ClassNames, NO_CLASS } from '../names/class-names.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/**
 * The user-visible nodes born after the first boundary and not after the last, in the order of the snapshot. V8 hands
 * out ids in ascending order and never twice, so these are the objects born between the two snapshots with those highest
 * ids that are alive in this one.
 */
export function survivorsOf(
  snapshot: HeapSnapshot,
  classes: ClassNames,
  boundaries: readonly number[],
  wanted?: ReadonlySet<string>,
): number[] {
  const first = boundaries[0];
  const last = boundaries[boundaries.length - 1];
  const survivors: number[] = [];
  // The root is nobody's survivor, whatever a file says it is.
  for (let node = 1; node < snapshot.nodeCount; node++) {
    const id = snapshot.nodeIds[node];
    if (id <= first || id > last) continue;
    const number = classes.classOf(node);
    if (number !== NO_CLASS && (!wanted || wanted.has(classes.names[number]))) survivors.push(node);
  }
  return survivors;
}
