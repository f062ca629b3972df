import { findDominators } from '../graph/dominators.ts';
import { partBehind } from '../graph/part-behind.ts';
import { retainedSizes } from '../graph/retained-sizes.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** Who retains how much in one snapshot; sizes in bytes. */
export class Retention {
  readonly #sizes: Float64Array;
  readonly #numberOf: Uint32Array;
  readonly #idoms: Uint32Array;
  readonly #placeOf: Uint32Array | undefined;

  /**
   * With `members`, only they and what is reached by way of them only can be asked about, and nothing else is looked at:
   * 50 ms of CPU instead of 190 for 1,000 of the million nodes of a 50 MB heap. Without, finds the dominators of the whole
   * heap.
   */
  constructor(snapshot: HeapSnapshot, members?: readonly number[]) {
    const part = members && partBehind(snapshot, members);
    const tree = findDominators(part?.graph ?? snapshot);
    const { nodeSizes } = snapshot;
    this.#sizes = retainedSizes(tree, part ? Float64Array.from(part.nodes, (node) => nodeSizes[node]) : nodeSizes);
    this.#numberOf = tree.numberOf;
    this.#idoms = tree.idoms;
    this.#placeOf = part?.placeOf;
  }

  /** What would be freed with this node. Throws a RangeError for a node outside of the `members` there are. */
  ofNode(node: number): number {
    return this.#sizes[this.#place(node)];
  }

  /**
   * What these nodes retain together: the sum over those that no other of them dominates, so that nothing counts twice.
   * Objects that several of them hold, and none alone, are not in it.
   */
  ofSet(nodes: readonly number[]): number {
    const idoms = this.#idoms;
    const numbers = nodes.map((node) => this.#numberOf[this.#place(node)]);
    const members = new Set(numbers);
    // Whether a number is in the set or dominated by a member of it, for those already climbed through.
    const within = new Map<number, boolean>();
    let total = 0;
    for (const [index, number] of numbers.entries()) {
      const climbed: number[] = [];
      let current = idoms[number];
      while (current !== 0 && !members.has(current) && !within.has(current)) {
        climbed.push(current);
        current = idoms[current];
      }
      const inside = members.has(current) || within.get(current) === true;
      for (const passed of climbed) within.set(passed, inside);
      if (!inside) total += this.ofNode(nodes[index]);
    }
    return total;
  }

  #place(node: number): number {
    if (!this.#placeOf) return node;
    // In the part, place 0 stands for all that is outside of it.
    const place = this.#placeOf[node] ?? 0;
    if (place === 0) throw new RangeError(`node ${node} is neither among the members nor held by them alone`);
    return place;
  }
}
