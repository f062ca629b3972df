import { EdgeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** How V8 names an edge that exists because a key and its WeakMap are both alive. */
const PAIR = /^\d+ \/ part of key \(.*? @\d+\) -> value \(.*? @\d+\) pair in WeakMap \(table @(\d+)\)$/;

/** Gives the edges from a WeakMap's table to its values a kind of their own. */
export function markWeakMapValues(snapshot: HeapSnapshot): void {
  const tables = tablesByName(snapshot);
  const tableIds = new Set(tables.values());
  const { nodeCount, nodeIds, firstEdges, edgeKinds, edgeNames } = snapshot;
  for (let node = 0; node < nodeCount && tableIds.size > 0; node++) {
    if (!tableIds.delete(nodeIds[node])) continue;
    for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
      if (edgeKinds[edge] === EdgeKind.internal && tables.get(edgeNames[edge]) === nodeIds[node]) {
        edgeKinds[edge] = EdgeKind['weak map value'];
      }
    }
  }
}

/** For each edge name (its index in `strings`) that tells of a WeakMap's pair, the id of the WeakMap's table. */
function tablesByName({ strings }: HeapSnapshot): Map<number, number> {
  const tables = new Map<number, number>();
  for (const index of strings.containing(' / part of key (')) {
    const match = PAIR.exec(strings.get(index));
    if (match) tables.set(index, Number(match[1]));
  }
  return tables;
}
