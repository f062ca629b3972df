import { sourceOf } from '../graph/source-of.ts';
import { EdgeKind, edgeKinds, isIndexEdge, NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** How well a person can read a link, by its kind: the lower the better. */
const RANKS = new Uint8Array(edgeKinds.length).fill(9);
for (const [rank, kind] of (['property', 'context', 'element', 'shortcut', 'internal', 'hidden'] as const).entries()) {
  RANKS[EdgeKind[kind]] = rank;
}

/** Places to remember choices in, a power of two. */
const PLACES = 1024;

/** V8 names a WeakMap's pair by the ids of its parts, which differ from process to process. */
const IDS = /^\d+ \/|@\d+/g;
const SLOT = /^\d+$/;

/**
 * Decides between two ways to a node that cost the same, by what a person would see of them and not by the order of the
 * snapshot, so that the same heap gives the same path in every process:
 * 1. the link that is easiest to read: a property, a variable, an element, then those of V8;
 * 2. the link whose name comes first, or whose index is lower;
 * 3. the holder whose name comes first;
 * 4. the holder that is older.
 */
export class PathTies {
  readonly #snapshot: HeapSnapshot;
  /**
   * What was last chosen, by the place of its target: the edge, and its holder. A third of the nodes of a heap has a choice,
   * nearly always between alike holders of the same few nodes, as when all objects of a class have one prototype: that must
   * cost next to nothing.
   */
  readonly #edges = new Uint32Array(PLACES).fill(2 ** 32 - 1);
  readonly #holders = new Uint32Array(PLACES);
  /** The names that were last compared, and how. */
  #first = 0;
  #second = 0;
  #order = 0;

  constructor(snapshot: HeapSnapshot) {
    this.#snapshot = snapshot;
  }

  /** The better of two ways to `target`: along `edge` from `holder`, or along the one that is chosen so far. */
  better(target: number, edge: number, holder: number, chosen: number): number {
    const { edgeKinds: kinds, edgeNames, nodeNames, nodeIds } = this.#snapshot;
    const place = target & (PLACES - 1);
    if (this.#edges[place] === chosen && edgeNames[edge] === edgeNames[chosen] && kinds[edge] === kinds[chosen]) {
      const known = this.#holders[place];
      if (nodeNames[holder] === nodeNames[known] && nodeIds[holder] > nodeIds[known]) return chosen;
    }
    const chosenHolder = sourceOf(chosen, this.#snapshot.firstEdges);
    const isBetter =
      (this.#compareLinks(edge, holder, chosen, chosenHolder) || this.#compareHolders(holder, chosenHolder)) < 0;
    this.#edges[place] = isBetter ? edge : chosen;
    this.#holders[place] = isBetter ? holder : chosenHolder;
    return this.#edges[place];
  }

  #compareLinks(a: number, holderA: number, b: number, holderB: number): number {
    const { edgeKinds: kinds, edgeNames, nodeKinds } = this.#snapshot;
    if (kinds[a] !== kinds[b]) return RANKS[kinds[a]] - RANKS[kinds[b]];
    // V8 numbers what its own roots hold as it comes: behind all others, and all alike.
    const [isRootA, isRootB] = [nodeKinds[holderA] === NodeKind.synthetic, nodeKinds[holderB] === NodeKind.synthetic];
    if (isRootA || isRootB) return Number(isRootA) - Number(isRootB);
    return isIndexEdge(kinds[a]) ? edgeNames[a] - edgeNames[b] : this.#compareNames(edgeNames[a], edgeNames[b]);
  }

  #compareHolders(a: number, b: number): number {
    const { nodeIds, nodeNames } = this.#snapshot;
    return this.#compareNames(nodeNames[a], nodeNames[b]) || nodeIds[a] - nodeIds[b];
  }

  /** By their places in the table of strings. */
  #compareNames(a: number, b: number): number {
    if (a === b) return 0;
    if (a !== this.#first || b !== this.#second) {
      const { strings } = this.#snapshot;
      this.#order = compare(withoutIds(strings.get(a)), withoutIds(strings.get(b)));
      this.#first = a;
      this.#second = b;
    }
    return this.#order;
  }
}

function withoutIds(name: string): string {
  return name.replaceAll(IDS, '');
}

/** Slots of V8's tables, which are named by their numbers, by number and in front of all else. */
function compare(a: string, b: string): number {
  const [isSlotA, isSlotB] = [SLOT.test(a), SLOT.test(b)];
  if (isSlotA || isSlotB) return isSlotA && isSlotB ? Number(a) - Number(b) : Number(isSlotB) - Number(isSlotA);
  return a < b ? -1 : a > b ? 1 : 0;
}
