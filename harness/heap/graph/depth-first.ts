import { EdgeKind, FIRST_WEAK_KIND } from '../kinds.ts';
import type { FlowGraph } from './flow-graph.ts';

/** A spanning tree in the order of a depth-first search. Number 0 is the root. */
export interface DepthFirstTree {
  /** The node with each number. */
  readonly nodeOf: Uint32Array;
  /** The number of each node. */
  readonly numberOf: Uint32Array;
  /** For each number, the number of its parent. */
  readonly parents: Uint32Array;
  /** Numbers from 1 to this one belong to the global objects. */
  readonly lastOwned: number;
}

/**
 * Numbers every node by a depth-first search: first what the root's shortcuts, the global objects, reach, then what else
 * the root reaches. Nodes that only weak edges reach hang below the root, each with what it holds; then those in cycles
 * that nothing reaches, one by one.
 */
export function depthFirst(graph: FlowGraph): DepthFirstTree {
  const { nodeCount, firstEdges, edgeKinds, edgeTargets } = graph;
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
      while (edge < end && (edgeKinds[edge] >= FIRST_WEAK_KIND || numberOf[edgeTargets[edge]] !== 0)) edge++;
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

  nodeOf[0] = 0;
  numberOf[0] = ++count;
  for (let edge = firstEdges[0]; edge < firstEdges[1]; edge++) {
    if (edgeKinds[edge] === EdgeKind.shortcut && numberOf[edgeTargets[edge]] === 0) search(edgeTargets[edge]);
  }
  const lastOwned = count - 1;
  for (let edge = firstEdges[0]; edge < firstEdges[1]; edge++) {
    if (edgeKinds[edge] < FIRST_WEAK_KIND && numberOf[edgeTargets[edge]] === 0) search(edgeTargets[edge]);
  }
  if (count < nodeCount) for (const node of orphans(graph, numberOf)) if (numberOf[node] === 0) search(node);
  for (let node = 0; node < nodeCount && count < nodeCount; node++) {
    if (numberOf[node] !== 0) continue;
    nodeOf[count] = node;
    numberOf[node] = ++count;
  }
  for (let node = 0; node < nodeCount; node++) numberOf[node]--;
  return { nodeOf, numberOf, parents, lastOwned };
}

/** Nodes without a number that no edge from another one without a number holds. */
function orphans({ nodeCount, firstEdges, edgeKinds, edgeTargets }: FlowGraph, numberOf: Uint32Array): number[] {
  const held = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    if (numberOf[node] !== 0) continue;
    for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
      if (edgeKinds[edge] < FIRST_WEAK_KIND && edgeTargets[edge] !== node) held[edgeTargets[edge]] = 1;
    }
  }
  const found: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (numberOf[node] === 0 && held[node] === 0) found.push(node);
  return found;
}
