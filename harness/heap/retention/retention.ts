import { type DominatorTree, findDominators } from '../graph/dominators.ts';
import { essentialEdges } from '../graph/essential-edges.ts';
import { retainedSizes } from '../graph/retained-sizes.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** Who retains how much in one snapshot; sizes in bytes. */
export class Retention {
  readonly #sizes: Float64Array;
  readonly #tree: DominatorTree;
  /** Position of each depth-first number in a walk through the dominator tree, and behind all it dominates. */
  readonly #entries: Uint32Array;
  readonly #exits: Uint32Array;

  constructor(snapshot: HeapSnapshot, essential = essentialEdges(snapshot)) {
    const { nodeCount, firstEdges, edgeTargets } = snapshot;
    this.#tree = findDominators({ nodeCount, firstEdges, edgeTargets, essential });
    this.#sizes = retainedSizes(this.#tree, snapshot.nodeSizes);
    const { entries, exits } = walkOrder(this.#tree.idoms);
    this.#entries = entries;
    this.#exits = exits;
  }

  /** What would be freed with this node. */
  ofNode(node: number): number {
    return this.#sizes[node];
  }

  /**
   * What these nodes retain together: the sum over those that no other of them dominates, so that nothing counts twice.
   * Objects that several of them hold, and none alone, are not in it.
   */
  ofSet(nodes: Iterable<number>): number {
    const { numberOf, nodeOf } = this.#tree;
    const numbers = Uint32Array.from(nodes, (node) => numberOf[node]);
    numbers.sort((a, b) => this.#entries[a] - this.#entries[b]);
    let total = 0;
    let covered = 0;
    for (const number of numbers) {
      if (this.#entries[number] < covered) continue;
      total += this.#sizes[nodeOf[number]];
      covered = this.#exits[number];
    }
    return total;
  }

  /** The node without which `node` would go: its immediate dominator. The root's is the root. */
  dominatorOf(node: number): number {
    const { nodeOf, numberOf, idoms } = this.#tree;
    return nodeOf[idoms[numberOf[node]]];
  }
}

/** Pre-order positions in the dominator tree: number `b` is dominated by `a` if `entries[a] <= entries[b] < exits[a]`. */
function walkOrder(idoms: Uint32Array): { entries: Uint32Array; exits: Uint32Array } {
  const count = idoms.length;
  const entries = new Uint32Array(count);
  const exits = new Uint32Array(count).fill(1);
  for (let number = count - 1; number > 0; number--) exits[idoms[number]] += exits[number];
  // A dominator has a lower number than what it dominates, so its place is known first.
  const next = new Uint32Array(count);
  next[0] = 1;
  for (let number = 1; number < count; number++) {
    const idom = idoms[number];
    entries[number] = next[idom];
    next[idom] += exits[number];
    next[number] = entries[number] + 1;
  }
  for (let number = 0; number < count; number++) exits[number] += entries[number];
  return { entries, exits };
}
