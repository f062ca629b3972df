import { NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/**
 * The same heap as if V8 had come by its nodes and edges in another order: the root stays first, ids stay as they are. The
 * edges of V8's own arrays keep their order, which is that of the array's slots.
 */
export function shuffle(snapshot: HeapSnapshot, random: (limit: number) => number): HeapSnapshot {
  const { nodeCount, edgeCount, firstEdges, nodeKinds, locations } = snapshot;
  const order = [0, ...shuffled(nodeCount - 1, random).map((node) => node + 1)];
  const placeOf = new Uint32Array(nodeCount);
  for (const [place, node] of order.entries()) placeOf[node] = place;
  const newFirstEdges = new Uint32Array(nodeCount + 1);
  const edges: number[] = [];
  for (const [place, node] of order.entries()) {
    const count = firstEdges[node + 1] - firstEdges[node];
    const own =
      nodeKinds[node] === NodeKind.array ? Array.from({ length: count }, (_, at) => at) : shuffled(count, random);
    for (const at of own) edges.push(firstEdges[node] + at);
    newFirstEdges[place + 1] = edges.length;
  }
  const pick = <Column extends Uint8Array | Uint32Array | Float64Array>(
    column: Column,
    from: readonly number[],
  ): Column => column.map((_, at) => column[from[at]]) as Column;
  return {
    ...snapshot,
    nodeKinds: pick(snapshot.nodeKinds, order),
    nodeNames: pick(snapshot.nodeNames, order),
    nodeIds: pick(snapshot.nodeIds, order),
    nodeSizes: pick(snapshot.nodeSizes, order),
    firstEdges: newFirstEdges,
    edgeCount,
    edgeKinds: pick(snapshot.edgeKinds, edges),
    edgeNames: pick(snapshot.edgeNames, edges),
    edgeTargets: pick(snapshot.edgeTargets, edges).map((target) => placeOf[target]),
    locations: { ...locations, nodes: locations.nodes.map((node) => placeOf[node]) },
  };
}

/** The numbers below `count` in any order. Source: R. Durstenfeld, "Algorithm 235: random permutation", 1964. */
function shuffled(count: number, random: (limit: number) => number): number[] {
  const numbers = Array.from({ length: count }, (_, number) => number);
  for (let last = count - 1; last > 0; last--) {
    const other = random(last + 1);
    [numbers[last], numbers[other]] = [numbers[other], numbers[last]];
  }
  return numbers;
}
