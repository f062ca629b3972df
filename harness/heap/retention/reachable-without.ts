import { FIRST_WEAK_KIND, NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** V8's table of strings that stand for names; it holds them weakly, which a snapshot does not show. */
const STRING_TABLE = '(Internalized strings)';

/**
 * Which nodes are still reached from the GC roots when nothing passes through the nodes that are cut out: 1 for those that
 * are. What is not reached any more hangs off the cut.
 */
export function reachableWithout(snapshot: HeapSnapshot, cut: Iterable<number>): Uint8Array {
  const { nodeCount, nodeKinds, nodeNames, strings, firstEdges, edgeKinds, edgeTargets } = snapshot;
  const reached = new Uint8Array(nodeCount);
  const isCut = new Uint8Array(nodeCount);
  for (const node of cut) isCut[node] = 1;
  const table = strings.indexOf(STRING_TABLE);
  for (let node = 0; node < nodeCount; node++) {
    if (nodeKinds[node] === NodeKind.synthetic && nodeNames[node] === table) isCut[node] = 1;
  }
  const stack = new Uint32Array(nodeCount);
  let height = 0;
  reached[0] = 1;
  stack[height++] = 0;
  while (height > 0) {
    const node = stack[--height];
    for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
      // The root's own edges are shortcuts to what it holds.
      if (node !== 0 && edgeKinds[edge] >= FIRST_WEAK_KIND) continue;
      const target = edgeTargets[edge];
      if (reached[target] === 1 || isCut[target] === 1) continue;
      reached[target] = 1;
      stack[height++] = target;
    }
  }
  return reached;
}
