import { EdgeKind, FIRST_WEAK_KIND } from '../kinds.ts';
import type { FlowGraph } from './flow-graph.ts';
import { sourceOf } from './source-of.ts';

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
  /** An array of one entry per node that the search has done with: memory touched for the first time costs most. */
  readonly spare: Uint32Array;
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

  /** Those that none of the others holds come with what they hold; those in a cycle hang below the root one by one. */
  const hangBelowRoot = (nodes: readonly number[]): void => {
    for (const node of firstHolders(graph, nodes)) if (numberOf[node] === 0) search(node);
    for (const node of nodes) {
      if (numberOf[node] !== 0) continue;
      nodeOf[count] = node;
      numberOf[node] = ++count;
    }
  };

  nodeOf[0] = 0;
  numberOf[0] = ++count;
  for (let edge = firstEdges[0]; edge < firstEdges[1]; edge++) {
    if (edgeKinds[edge] === EdgeKind.shortcut && numberOf[edgeTargets[edge]] === 0) search(edgeTargets[edge]);
  }
  hangBelowRoot(alsoOwned(graph, numberOf));
  const lastOwned = count - 1;
  for (let edge = firstEdges[0]; edge < firstEdges[1]; edge++) {
    if (edgeKinds[edge] < FIRST_WEAK_KIND && numberOf[edgeTargets[edge]] === 0) search(edgeTargets[edge]);
  }
  if (count < nodeCount) hangBelowRoot(withoutNumber(numberOf));
  for (let node = 0; node < nodeCount; node++) numberOf[node]--;
  return { nodeOf, numberOf, parents, lastOwned, spare: nextEdge };
}

function withoutNumber(numberOf: Uint32Array): number[] {
  const nodes: number[] = [];
  for (let node = 0; node < numberOf.length; node++) if (numberOf[node] === 0) nodes.push(node);
  return nodes;
}

/** Those of `nodes` that none of the others holds, or that the root does. */
function firstHolders({ firstEdges, edgeKinds, edgeTargets }: FlowGraph, nodes: readonly number[]): number[] {
  const held = new Set<number>();
  for (const node of nodes) {
    for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
      if (edgeKinds[edge] < FIRST_WEAK_KIND && edgeTargets[edge] !== node) held.add(edgeTargets[edge]);
    }
  }
  for (let edge = firstEdges[0]; edge < firstEdges[1]; edge++) {
    if (edgeKinds[edge] < FIRST_WEAK_KIND) held.delete(edgeTargets[edge]);
  }
  return nodes.filter((node) => !held.has(node));
}

/**
 * The nodes without a number that belong to the global objects all the same: reached from one with a number, but by an
 * edge that does not hold, such as the one from a WeakMap's table to a value, which its key holds.
 */
function alsoOwned(graph: FlowGraph, numberOf: Uint32Array): number[] {
  const { firstEdges, edgeKinds, edgeTargets } = graph;
  const owned = new Set<number>();
  for (const kind of [EdgeKind.shortcut, EdgeKind['weak map value']]) {
    for (let edge = edgeKinds.indexOf(kind, firstEdges[1]); edge !== -1; edge = edgeKinds.indexOf(kind, edge + 1)) {
      if (numberOf[edgeTargets[edge]] === 0 && numberOf[sourceOf(edge, firstEdges)] !== 0) owned.add(edgeTargets[edge]);
    }
  }
  for (const node of owned) {
    for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
      if (edgeKinds[edge] !== EdgeKind.weak && numberOf[edgeTargets[edge]] === 0) owned.add(edgeTargets[edge]);
    }
  }
  return [...owned];
}
