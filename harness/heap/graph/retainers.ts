import { FIRST_WEAK_KIND } from '../kinds.ts';
import type { DepthFirstTree } from './depth-first.ts';
import type { FlowGraph } from './flow-graph.ts';

/** Who holds each number: `retainers[firstRetainers[n] .. firstRetainers[n + 1])`, in depth-first numbers. */
export interface Retainers {
  readonly firstRetainers: Uint32Array;
  readonly retainers: Uint32Array;
}

/**
 * Turns the edges around, in depth-first numbers. A node with one retainer has its parent only, which the tree tells
 * already: it is left without any here, which spares a third of the list.
 */
export function turnEdges(graph: FlowGraph, tree: DepthFirstTree): Retainers {
  const { nodeCount, firstEdges, edgeKinds, edgeTargets } = graph;
  const { nodeOf, numberOf, lastOwned } = tree;
  const firstRetainers = new Uint32Array(nodeCount + 1);
  for (let number = 0; number < nodeCount; number++) {
    const node = nodeOf[number];
    const lowest = lowestTarget(number, lastOwned);
    const firstWeak = firstWeakKind(number);
    const end = firstEdges[node + 1];
    for (let edge = firstEdges[node]; edge < end; edge++) {
      const target = numberOf[edgeTargets[edge]];
      if (edgeKinds[edge] < firstWeak && target >= lowest) firstRetainers[target]++;
    }
  }
  // Each entry becomes the end of its list and is lowered to its beginning as the list is filled from the back.
  const several = new Uint8Array(nodeCount);
  let total = 0;
  for (let number = 0; number < nodeCount; number++) {
    const count = firstRetainers[number];
    if (count > 1) {
      total += count;
      several[number] = 1;
    }
    firstRetainers[number] = total;
  }
  firstRetainers[nodeCount] = total;
  const retainers = new Uint32Array(total);
  for (let number = 0; number < nodeCount; number++) {
    const node = nodeOf[number];
    const lowest = lowestTarget(number, lastOwned);
    const firstWeak = firstWeakKind(number);
    const end = firstEdges[node + 1];
    for (let edge = firstEdges[node]; edge < end; edge++) {
      const target = numberOf[edgeTargets[edge]];
      if (edgeKinds[edge] >= firstWeak || target < lowest || several[target] === 0) continue;
      retainers[--firstRetainers[target]] = number;
    }
  }
  return { firstRetainers, retainers };
}

/** The lowest number whose holding by `number` counts: what belongs to the global objects is held by their own only. */
function lowestTarget(number: number, lastOwned: number): number {
  return number > lastOwned ? lastOwned + 1 : 1;
}

/** Shortcuts, the first of the weak kinds, hold when they are the root's. */
function firstWeakKind(number: number): number {
  return number === 0 ? FIRST_WEAK_KIND + 1 : FIRST_WEAK_KIND;
}
