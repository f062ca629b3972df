import type { FlowGraph } from './flow-graph.ts';

/** A spanning tree in the order of a depth-first search. Number 0 is the root. */
export interface DepthFirstTree {
  /** The node with each number. */
  readonly nodeOf: Uint32Array;
  /** The number of each node. */
  readonly numberOf: Uint32Array;
  /** For each number, the number of its parent. */
  readonly parents: Uint32Array;
}

/**
 * Numbers every node by a depth-first search from the root. Nodes that only weak edges reach hang below the root, each
 * with what it holds; then those in cycles that nothing reaches, one by one. This is how DevTools treats them.
 *
 * `retainerCounts[n]` is how many essential edges point at node `n`.
 */
export function depthFirst(graph: FlowGraph, retainerCounts: Uint32Array): DepthFirstTree {
  const { nodeCount, firstEdges, edgeTargets, essential } = graph;
  const nodeOf = new Uint32Array(nodeCount);
  // While searching, 0 means "not numbered yet": numbers are kept one too high and lowered at the end.
  const numberOf = new Uint32Array(nodeCount);
  const parents = new Uint32Array(nodeCount);
  const nextEdge = new Uint32Array(nodeCount);
  let count = 0;

  const search = (start: number): void => {
    const startNumber = count;
    nodeOf[count] = start;
    numberOf[start] = ++count;
    nextEdge[start] = firstEdges[start];
    let current = startNumber;
    for (;;) {
      const node = nodeOf[current];
      const end = firstEdges[node + 1];
      let edge = nextEdge[node];
      while (edge < end && (essential[edge] === 0 || numberOf[edgeTargets[edge]] !== 0)) edge++;
      if (edge < end) {
        const target = edgeTargets[edge];
        nextEdge[node] = edge + 1;
        nodeOf[count] = target;
        parents[count] = current;
        nextEdge[target] = firstEdges[target];
        current = count++;
        numberOf[target] = count;
      } else {
        if (current === startNumber) return;
        current = parents[current];
      }
    }
  };

  search(0);
  for (let node = 0; node < nodeCount && count < nodeCount; node++) {
    if (numberOf[node] === 0 && retainerCounts[node] === 0) search(node);
  }
  for (let node = 0; node < nodeCount && count < nodeCount; node++) {
    if (numberOf[node] !== 0) continue;
    nodeOf[count] = node;
    numberOf[node] = ++count;
  }
  for (let node = 0; node < nodeCount; node++) numberOf[node]--;
  return { nodeOf, numberOf, parents };
}
