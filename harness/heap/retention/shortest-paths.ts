import { EdgeKind, edgeKinds, FIRST_WEAK_KIND, NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** For every node the edge by which its path arrives; {@link NO_EDGE} for the root and what is not reached. */
export type Arrivals = Uint32Array;

export const NO_EDGE = 2 ** 32 - 1;

/** The steps a programmer wrote (property, index, variable) are the short ones. */
const PLAIN_STEP = 1;
/** A link of V8's: an object to its map's table, a closure to its context. */
const INTERNAL_STEP = 2;
/** A link without a name. */
const HIDDEN_STEP = 6;
/** Along the prototype chain: true, but rarely why an object stays. */
const PROTOTYPE_STEP = 10;
/** Out of code, shapes and hidden nodes: feedback vectors and caches reach much, and say nothing. */
const INSIDE_V8_STEP = 14;
/** Into the registers of a suspended function: true while it is suspended, but the values have no names there. */
const REGISTERS_STEP = 40;
/** Out of the current stack and its handles, which hold objects only while the snapshot is written. */
const TRANSIENT_STEP = 60;
/** One more than the most expensive step. */
const BUCKETS = 64;

/** Kinds of nodes that hold nothing but their shape. */
const LEADS_NOWHERE = new Uint8Array(256);
for (const kind of ['string', 'number', 'symbol', 'bigint'] as const) LEADS_NOWHERE[NodeKind[kind]] = 1;

const TRANSIENT_ROOTS = new Set(['(Stack roots)', '(Handle scope)', '(Relocatable)', '(Strong roots)', '(Debugger)']);

/**
 * The cheapest path from the root to each goal, where steps a person can read are cheap; weak edges do not count. Ties
 * are broken by the order of the snapshot, so the same snapshot gives the same paths. Stops when all goals are reached:
 * what lies further away has none.
 *
 * Algorithm: R. B. Dial, "Algorithm 360: shortest-path forest with topological ordering", Communications of the ACM
 * 12 (11), 1969: Dijkstra's with a ring of buckets, one per distance, as the costs are small whole numbers.
 */
export function shortestPaths(snapshot: HeapSnapshot, goals: readonly number[]): Arrivals {
  const search = new PathSearch(snapshot, goals);
  search.run();
  return search.arrivals;
}

class PathSearch {
  readonly arrivals: Arrivals;
  readonly #snapshot: HeapSnapshot;
  readonly #costs: StepCosts;
  readonly #distances: Uint32Array;
  readonly #isGoal: Uint8Array;
  readonly #buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  #goalsLeft: number;
  #waiting = 0;

  constructor(snapshot: HeapSnapshot, goals: readonly number[]) {
    this.#snapshot = snapshot;
    this.#costs = new StepCosts(snapshot);
    this.#distances = new Uint32Array(snapshot.nodeCount).fill(NO_EDGE);
    this.arrivals = new Uint32Array(snapshot.nodeCount).fill(NO_EDGE);
    this.#isGoal = new Uint8Array(snapshot.nodeCount);
    for (const goal of goals) this.#isGoal[goal] = 1;
    this.#goalsLeft = goals.length;
  }

  run(): void {
    this.#distances[0] = 0;
    this.#buckets[0].push(0);
    this.#waiting = 1;
    for (let distance = 0; this.#waiting > 0 && this.#goalsLeft > 0; distance++) {
      const bucket = this.#buckets[distance % BUCKETS];
      for (const node of bucket) if (this.#distances[node] === distance) this.#leave(node, distance);
      this.#waiting -= bucket.length;
      bucket.length = 0;
    }
  }

  /** Offers what `node` holds a path through it. */
  #leave(node: number, distance: number): void {
    const { firstEdges, edgeKinds: kinds, edgeNames, edgeTargets, nodeKinds } = this.#snapshot;
    const distances = this.#distances;
    const { prototypeName, registersName } = this.#costs;
    const costOf = this.#costs.from(node);
    const end = firstEdges[node + 1];
    this.#goalsLeft -= this.#isGoal[node];
    for (let edge = firstEdges[node]; edge < end; edge++) {
      const kind = kinds[edge];
      if (kind >= FIRST_WEAK_KIND && (kind !== EdgeKind.shortcut || node !== 0)) continue;
      const target = edgeTargets[edge];
      if (LEADS_NOWHERE[nodeKinds[target]] === 1 && this.#isGoal[target] === 0) continue;
      const known = distances[target];
      if (known <= distance) continue;
      const name = edgeNames[edge];
      let cost = costOf[kind];
      if (kind === EdgeKind.property && name === prototypeName) cost = PROTOTYPE_STEP;
      else if (kind === EdgeKind.internal && name === registersName) cost = REGISTERS_STEP;
      if (distance + cost >= known) continue;
      distances[target] = distance + cost;
      this.arrivals[target] = edge;
      this.#buckets[(distance + cost) % BUCKETS].push(target);
      this.#waiting++;
    }
  }
}

/** What each step costs, by the kind of its edge; at least 1 and below {@link BUCKETS}. */
class StepCosts {
  /** The name of edges to a prototype, as its index in `strings`; -1 when there is none. */
  readonly prototypeName: number;
  /** The same of a generator's registers, where a suspended function has what it works with, without names. */
  readonly registersName: number;
  readonly #snapshot: HeapSnapshot;
  readonly #readable = new Uint8Array(edgeKinds.length).fill(PLAIN_STEP);
  readonly #insideV8 = new Uint8Array(edgeKinds.length).fill(INSIDE_V8_STEP);
  readonly #transient = new Uint8Array(edgeKinds.length).fill(TRANSIENT_STEP);

  constructor(snapshot: HeapSnapshot) {
    this.#snapshot = snapshot;
    this.prototypeName = snapshot.strings.indexOf('__proto__');
    this.registersName = snapshot.strings.indexOf('parameters_and_registers');
    this.#readable[EdgeKind.internal] = INTERNAL_STEP;
    this.#readable[EdgeKind.hidden] = HIDDEN_STEP;
  }

  from(node: number): Uint8Array {
    const { nodeKinds, nodeNames, strings } = this.#snapshot;
    switch (nodeKinds[node]) {
      case NodeKind.code:
      case NodeKind.hidden:
      case NodeKind['object shape']:
        return this.#insideV8;
      case NodeKind.synthetic:
        return TRANSIENT_ROOTS.has(strings.get(nodeNames[node])) ? this.#transient : this.#readable;
      default:
        return this.#readable;
    }
  }
}
