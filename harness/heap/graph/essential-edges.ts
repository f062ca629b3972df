import { EdgeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { pageOwned } from './page-owned.ts';
import { weakMapTables } from './weak-map-edges.ts';

/**
 * Marks with 1 the edges that hold their target in memory, by the rules of Chromium's DevTools, so that retained sizes
 * agree with it to the byte. Left out are:
 * - weak edges, and edges from a node to itself;
 * - shortcuts, except those of the root, which mark the global objects;
 * - the edge from a WeakMap's table to a value, as V8 also writes one from the key to the value;
 * - edges from what the global objects do not reach to what they do, or internal references would hide who owns what.
 */
export function essentialEdges(snapshot: HeapSnapshot): Uint8Array {
  const { nodeCount, firstEdges, edgeKinds, edgeNames, edgeTargets, nodeIds } = snapshot;
  const { weak, shortcut, internal } = EdgeKind;
  const owned = pageOwned(snapshot);
  const tables = weakMapTables(snapshot);
  const essential = new Uint8Array(snapshot.edgeCount);
  for (let node = 0; node < nodeCount; node++) {
    const outsider = node !== 0 && owned[node] === 0;
    const end = firstEdges[node + 1];
    for (let edge = firstEdges[node]; edge < end; edge++) {
      const kind = edgeKinds[edge];
      const target = edgeTargets[edge];
      if (kind === weak || target === node) continue;
      if (node !== 0 && (kind === shortcut || (outsider && owned[target] === 1))) continue;
      if (kind === internal && tables.size > 0 && tables.get(edgeNames[edge]) === nodeIds[node]) continue;
      essential[edge] = 1;
    }
  }
  return essential;
}
