import { EdgeKind, NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** Bytes of the stores behind an object, by the object's id. */
export type Stores = Map<number, number>;

/**
 * V8's names for the stores behind an object: indexed elements, properties beyond those inside the object, and the table of
 * a Map or Set.
 */
const STORES = ['elements', 'properties', 'table'];

/**
 * Sizes of the stores behind objects. Numbers in an array, a Map or a Set are objects of no class, so that a census does
 * not see them come; the store that holds them does grow.
 *
 * @param options.bornUntil Only objects with an id up to this.
 * @param options.atLeast Bytes below which a store is left out.
 */
export function takeStores(snapshot: HeapSnapshot, options: { bornUntil: number; atLeast: number }): Stores {
  const { nodeCount, nodeIds, nodeKinds, nodeSizes, firstEdges, edgeKinds, edgeNames, edgeTargets, strings } = snapshot;
  const [elements, properties, table] = STORES.map((name) => strings.indexOf(name));
  const stores: Stores = new Map();
  for (let node = 0; node < nodeCount; node++) {
    if (nodeKinds[node] !== NodeKind.object || nodeIds[node] > options.bornUntil) continue;
    let bytes = 0;
    for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
      if (edgeKinds[edge] !== EdgeKind.internal) continue;
      const name = edgeNames[edge];
      if (name === elements || name === properties || name === table) bytes += nodeSizes[edgeTargets[edge]];
    }
    if (bytes >= options.atLeast) stores.set(nodeIds[node], bytes);
  }
  return stores;
}
