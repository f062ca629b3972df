import type { DominatorTree } from './dominators.ts';

/**
 * The retained size of every node in bytes, by node: its own size and that of all it dominates, which is what would be
 * freed with it.
 */
export function retainedSizes(tree: DominatorTree, sizes: Uint32Array | Float64Array): Float64Array {
  const { nodeOf, idoms } = tree;
  const retained = new Float64Array(sizes);
  for (let number = nodeOf.length - 1; number > 0; number--) {
    retained[nodeOf[idoms[number]]] += retained[nodeOf[number]];
  }
  return retained;
}
