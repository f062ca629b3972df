import { type DepthFirstTree, depthFirst } from './depth-first.ts';
import type { FlowGraph } from './flow-graph.ts';
import { type Retainers, turnEdges } from './retainers.ts';

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
  const tree = depthFirst(graph);
  const semis = semidominators(tree.parents, turnEdges(graph, tree));
  const idoms = tree.parents.slice();
  for (let number = 1; number < graph.nodeCount; number++) {
    let idom = idoms[number];
    while (idom > semis[number]) idom = idoms[idom];
    idoms[number] = idom;
  }
  return { ...tree, idoms };
}

/** For each depth-first number its semidominator's. */
function semidominators(parents: Uint32Array, { firstRetainers, retainers }: Retainers): Uint32Array {
  const count = parents.length;
  const semis = new Uint32Array(count);
  const labels = new Uint32Array(count);
  const ancestors = parents.slice();
  const path = new Uint32Array(count);
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
