import { type DepthFirstTree, depthFirst } from './depth-first.ts';
import type { FlowGraph } from './flow-graph.ts';

/** The dominator tree in depth-first numbers: `idoms[n]` is the number of what dominates number `n`; the root itself. */
export interface DominatorTree extends DepthFirstTree {
  readonly idoms: Uint32Array;
}

/**
 * Immediate dominators by the semi-NCA algorithm: semidominators with path compression as in Lengauer and Tarjan, then
 * each immediate dominator as the nearest common ancestor of the semidominator and the parent.
 * Source: L. Georgiadis, R. E. Tarjan, R. F. Werneck, "Finding Dominators in Practice", Journal of Graph Algorithms and
 * Applications 10 (1), 2006, 69-94. Worst case O(n * n), in practice linear on heap graphs.
 */
export function findDominators(graph: FlowGraph): DominatorTree {
  const retainerCounts = countRetainers(graph);
  const tree = depthFirst(graph, retainerCounts);
  const semis = semidominators(graph, tree, retainerCounts);
  const idoms = tree.parents.slice();
  for (let number = 1; number < graph.nodeCount; number++) {
    let idom = idoms[number];
    while (idom > semis[number]) idom = idoms[idom];
    idoms[number] = idom;
  }
  return { ...tree, idoms };
}

function countRetainers({ nodeCount, edgeTargets, essential }: FlowGraph): Uint32Array {
  const counts = new Uint32Array(nodeCount);
  for (let edge = 0; edge < edgeTargets.length; edge++) counts[edgeTargets[edge]] += essential[edge];
  return counts;
}

/** For each depth-first number its semidominator's. */
function semidominators(graph: FlowGraph, tree: DepthFirstTree, retainerCounts: Uint32Array): Uint32Array {
  const { nodeCount } = graph;
  const { nodeOf, parents } = tree;
  const { firstRetainers, retainers } = retainersOf(graph, tree, retainerCounts);
  const semis = new Uint32Array(nodeCount);
  const labels = new Uint32Array(nodeCount);
  const ancestors = parents.slice();
  const path = new Uint32Array(nodeCount);
  for (let number = 0; number < nodeCount; number++) {
    semis[number] = number;
    labels[number] = number;
  }
  for (let number = nodeCount - 1; number > 0; number--) {
    const node = nodeOf[number];
    let semi = parents[number];
    for (let at = firstRetainers[node]; at < firstRetainers[node + 1]; at++) {
      const retainer = retainers[at];
      if (retainer <= number) {
        if (retainer < semi) semi = retainer;
        continue;
      }
      // Numbers above `number` are linked: compress the path up to the last linked ancestor.
      let depth = 0;
      let above = retainer;
      while (ancestors[above] > number) {
        path[depth++] = above;
        above = ancestors[above];
      }
      let label = labels[above];
      while (depth > 0) {
        const below = path[--depth];
        ancestors[below] = ancestors[above];
        if (semis[label] < semis[labels[below]]) labels[below] = label;
        else label = labels[below];
      }
      if (semis[label] < semi) semi = semis[label];
    }
    semis[number] = semi;
  }
  return semis;
}

/** Who points at each node: the depth-first numbers `retainers[firstRetainers[n] .. firstRetainers[n + 1])`. */
function retainersOf(graph: FlowGraph, tree: DepthFirstTree, retainerCounts: Uint32Array) {
  const { nodeCount, firstEdges, edgeTargets, essential } = graph;
  const firstRetainers = new Uint32Array(nodeCount + 1);
  // Filled from the back: each entry starts as the end of its list and is lowered to its beginning.
  for (let node = 0, end = 0; node <= nodeCount; node++) {
    if (node < nodeCount) end += retainerCounts[node];
    firstRetainers[node] = end;
  }
  const retainers = new Uint32Array(firstRetainers[nodeCount]);
  for (let number = 0; number < nodeCount; number++) {
    const node = tree.nodeOf[number];
    for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
      if (essential[edge] === 1) retainers[--firstRetainers[edgeTargets[edge]]] = number;
    }
  }
  return { firstRetainers, retainers };
}
