import { ClassNames, NO_CLASS } from '../names/class-names.ts';
import type { Sources } from '../names/sources.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** What became of one class from one snapshot to another. Bytes are shallow. */
export interface ClassDifference {
  /** Objects of the later snapshot that are not in the earlier one. */
  born: number;
  bornBytes: number;
  /** Objects of the earlier snapshot that are not in the later one. */
  gone: number;
  goneBytes: number;
}

/**
 * The difference of any two snapshots of one process, object by object, as V8 gives each an id of its own and keeps it.
 * Classes by their names as shown to people; those of which nothing was born and nothing is gone are left out.
 *
 * Two passes over the nodes; needs no edges. `sources` are for naming, see {@link Sources}.
 */
export function diffSnapshots(
  before: HeapSnapshot,
  after: HeapSnapshot,
  sources: Sources = {},
): Map<string, ClassDifference> {
  const differences = new Map<string, ClassDifference>();
  const of = (name: string): ClassDifference => {
    const known = differences.get(name) ?? { born: 0, bornBytes: 0, gone: 0, goneBytes: 0 };
    differences.set(name, known);
    return known;
  };
  for (const { name, bytes } of missingFrom(before, after, sources)) {
    const difference = of(name);
    difference.born++;
    difference.bornBytes += bytes;
  }
  for (const { name, bytes } of missingFrom(after, before, sources)) {
    const difference = of(name);
    difference.gone++;
    difference.goneBytes += bytes;
  }
  return differences;
}

/** The user-visible nodes of `snapshot` whose ids are not in `other`. */
function* missingFrom(other: HeapSnapshot, snapshot: HeapSnapshot, sources: Sources) {
  const isThere = idsOf(other);
  const classes = new ClassNames(snapshot, sources);
  const { nodeCount, nodeIds, nodeSizes } = snapshot;
  for (let node = 0; node < nodeCount; node++) {
    if (isThere(nodeIds[node])) continue;
    const number = classes.classOf(node);
    if (number !== NO_CLASS) yield { name: classes.names[number] as string, bytes: nodeSizes[node] as number };
  }
}

/** Whether an odd id is in the snapshot: a bit for each, as ids are dense. */
function idsOf({ nodeIds }: HeapSnapshot): (id: number) => boolean {
  const highest = nodeIds.reduce((most, id) => Math.max(most, id), 0);
  const bits = new Uint8Array((highest >>> 4) + 1);
  for (const id of nodeIds) if ((id & 1) === 1) bits[id >>> 4] |= 1 << ((id >>> 1) & 7);
  return (id) => ((bits[id >>> 4] >>> ((id >>> 1) & 7)) & 1) === 1;
}
