import { type DominatorTree, findDominators } from '../graph/dominators.ts';
import { retainedSizes } from '../graph/retained-sizes.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** Who retains how much in one snapshot; sizes in bytes. Making it finds the dominators of the whole heap. */
export class Retention {
  readonly #sizes: Float64Array;
  readonly #tree: DominatorTree;

  constructor(snapshot: HeapSnapshot) {
    this.#tree = findDominators(snapshot);
    this.#sizes = retainedSizes(this.#tree, snapshot.nodeSizes);
  }

  /** What would be freed with this node. */
  ofNode(node: number): number {
    return this.#sizes[node];
  }

  /**
   * What these nodes retain together: the sum over those that no other of them dominates, so that nothing counts twice.
   * Objects that several of them hold, and none alone, are not in it.
   */
  ofSet(nodes: readonly number[]): number {
    const { numberOf, idoms } = this.#tree;
    const members = new Set(nodes.map((node) => numberOf[node]));
    // Whether a number is in the set or dominated by a member of it, for those already climbed through.
    const within = new Map<number, boolean>();
    let total = 0;
    for (const node of nodes) {
      const climbed: number[] = [];
      let current = idoms[numberOf[node]];
      while (current !== 0 && !members.has(current) && !within.has(current)) {
        climbed.push(current);
        current = idoms[current];
      }
      const inside = members.has(current) || within.get(current) === true;
      for (const number of climbed) within.set(number, inside);
      if (!inside) total += this.#sizes[node];
    }
    return total;
  }
}
