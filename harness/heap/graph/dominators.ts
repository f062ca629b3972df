import { type DepthFirstTree, depthFirst } from './depth-first.ts';
import type { FlowGraph } from './flow-graph.ts';
import { type Retainers, turnEdges } from './retainers.ts';

/** The dominator tree, in the numbers of a depth-first search: number 0 is the root. */
export interface DominatorTree {
  /** The node with each number. */
  readonly nodeOf: Uint32Array;
  /** The number of each node. */
  readonly numberOf: Uint32Array;
  /** The number of what immediately dominates each number, always a lower one; the root's is the root. */
  readonly idoms: Uint32Array;
}

/**
 * Immediate dominators by the semi-NCA algorithm: semidominators with path compression as in Lengauer and Tarjan, then
 * each immediate dominator as the nearest common ancestor of the semidominator and the parent.
 * Source: L. Georgiadis, R. E. Tarjan, R. F. Werneck, "Finding Dominators in Practice", Journal of Graph Algorithms and
 * Applications 10 (1), 2006, 69-94. Worst case O(n * n), in practice linear on heap graphs.
 */
export function findDominators(graph: FlowGraph): DominatorTree {
  const tree = depthFirst(graph);
  const semis = semidominators(tree, turnEdges(graph, tree));
  // A parent is needed until its number's turn, which makes it the immediate dominator.
  const idoms = tree.parents;
  for (let number = 1; number < graph.nodeCount; number++) {
    let idom = idoms[number];
    while (idom > semis[number]) idom = idoms[idom];
    idoms[number] = idom;
  }
  return { nodeOf: tree.nodeOf, numberOf: tree.numberOf, idoms };
}

/** For each depth-first number its semidominator's. */
function semidominators({ parents, spare }: DepthFirstTree, { firstRetainers, retainers }: Retainers): Uint32Array {
  const count = parents.length;
  const semis = new Uint32Array(count);
  const labels = new Uint32Array(count);
  const ancestors = spare;
  ancestors.set(parents);
  const path: number[] = [];
  for (let number = 0; number < count; number++) {
    semis[number] = number;
    labels[number] = number;
  }
  for (let number = count - 1; number > 0; number--) {
    let semi = parents[number];
    for (let at = firstRetainers[number]; at < firstRetainers[number + 1] && semi > 0; at++) {
      const retainer = retainers[at];
      if (retainer <= number) {
        if (retainer < semi) semi = retainer;
        continue;
      }
      // Numbers above `number` are linked: compress the path up to the last linked ancestor.
      let above = retainer;
      while (ancestors[above] > number) {
        path.push(above);
        above = ancestors[above];
      }
      let label = labels[above];
      for (let below = path.pop(); below !== undefined; below = path.pop()) {
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
