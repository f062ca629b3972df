import { sourceOf } from '../graph/source-of.ts';
import { EdgeKind, edgeKinds, FIRST_WEAK_KIND, NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { WayOrder } from './way-order.ts';

/** For every node the edge by which its path arrives; {@link NO_EDGE} for the root and what is not reached. */
export type Arrivals = Uint32Array;

export const NO_EDGE = 2 ** 32 - 1;

/** For edges that do not hold. */
const NO_STEP = 0;
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
/** Out of what is to be avoided, on top of the step's own cost: any way around is cheaper, be it by way of Node's loader. */
const AVOIDED_STEP = 400;
/** More than the most expensive step. */
const BUCKETS = 512;

/** Kinds of nodes that hold nothing but their shape. */
const LEADS_NOWHERE = new Uint8Array(256);
for (const kind of ['string', 'number', 'symbol', 'bigint'] as const) LEADS_NOWHERE[NodeKind[kind]] = 1;

const TRANSIENT_ROOTS = new Set(['(Stack roots)', '(Handle scope)', '(Relocatable)', '(Strong roots)', '(Debugger)']);
/**
 * V8's table of strings that stand for names. It holds them weakly, which a snapshot does not show: the last resort, for
 * names of properties, which have no other holder in a snapshot.
 */
const STRING_TABLE = '(Internalized strings)';

/**
 * The cheapest path from the root to each goal, where steps a person can read are cheap; weak edges do not count. Of paths
 * that cost the same, {@link WayOrder} chooses one whatever the order of the snapshot. Stops when all goals are reached:
 * what lies further away has none.
 *
 * Algorithm: R. B. Dial, "Algorithm 360: shortest-path forest with topological ordering", Communications of the ACM
 * 12 (11), 1969: Dijkstra's with a ring of buckets, one per distance, as the costs are small whole numbers.
 *
 * @param avoided Nodes that a path leads through only where there is no way around: those that leak, as what a leaking object
 *   happens to hold stays without it too. None by default.
 */
export function shortestPaths(
  snapshot: HeapSnapshot,
  goals: readonly number[],
  avoided?: (node: number) => boolean,
): Arrivals {
  const { nodeCount, nodeIds, firstEdges, edgeKinds: kinds, edgeNames, edgeTargets } = snapshot;
  const costs = new StepCosts(snapshot);
  const order = new WayOrder(snapshot);
  const { prototypeName, registersName } = costs;
  const { property, internal } = EdgeKind;
  const arrivals = new Uint32Array(nodeCount).fill(NO_EDGE);
  const keys = new Uint32Array(nodeCount);
  const distances = startDistances(snapshot, goals);
  const isGoal = new Uint8Array(nodeCount);
  for (const goal of goals) isGoal[goal] = 1;
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  let goalsLeft = goals.length;
  let waiting = 1;
  let stringTable: number | undefined;

  /** Ways with the same key have the same names: the older holder tells them apart. */
  const isBefore = (key: number, holder: number, target: number): boolean =>
    key === keys[target] ? nodeIds[holder] < nodeIds[sourceOf(arrivals[target], firstEdges)] : key < keys[target];

  const settle = (node: number, distance: number): void => {
    goalsLeft -= isGoal[node];
    const costOf = costs.from(node);
    if (costOf === costs.lastResort) stringTable = node;
    const start = order.startFrom(node, keys[node], arrivals[node]);
    const end = firstEdges[node + 1];
    const isAvoided = avoided?.(node) ?? false;
    for (let edge = firstEdges[node]; edge < end; edge++) {
      const target = edgeTargets[edge];
      const known = distances[target];
      if (known <= distance) continue;
      const kind = kinds[edge];
      let cost = costOf[kind];
      if (kind === property && edgeNames[edge] === prototypeName) cost = PROTOTYPE_STEP;
      else if (kind === internal && edgeNames[edge] === registersName) cost = REGISTERS_STEP;
      if (cost === NO_STEP) continue;
      if (isAvoided) cost += AVOIDED_STEP;
      const reached = distance + cost;
      if (reached > known) continue;
      const key = order.keyOf(start, kind, edgeNames[edge]);
      if (reached === known && !isBefore(key, node, target)) continue;
      arrivals[target] = edge;
      keys[target] = key;
      if (reached === known) continue;
      distances[target] = reached;
      buckets[reached % BUCKETS].push(target);
      waiting++;
    }
  };

  buckets[0].push(0);
  distances[0] = 0;
  for (let distance = 0; waiting > 0 && goalsLeft > 0; distance++) {
    const bucket = buckets[distance % BUCKETS];
    for (const node of bucket) if (distances[node] === distance) settle(node, distance);
    waiting -= bucket.length;
    bucket.length = 0;
  }
  if (stringTable !== undefined && goalsLeft > 0) takeFrom(stringTable, snapshot, arrivals, isGoal);
  return arrivals;
}

/** Lets the goals that nothing else leads to be held by `holder`. */
function takeFrom(
  holder: number,
  { firstEdges, edgeKinds: kinds, edgeTargets }: HeapSnapshot,
  arrivals: Arrivals,
  isGoal: Uint8Array,
): void {
  for (let edge = firstEdges[holder]; edge < firstEdges[holder + 1]; edge++) {
    const target = edgeTargets[edge];
    if (isGoal[target] === 1 && arrivals[target] === NO_EDGE && kinds[edge] < FIRST_WEAK_KIND) arrivals[target] = edge;
  }
}

/** Endless, but for what leads nowhere and is no goal: it counts as reached, so that no path is looked for. */
function startDistances({ nodeCount, nodeKinds }: HeapSnapshot, goals: readonly number[]): Uint32Array {
  const distances = new Uint32Array(nodeCount).fill(NO_EDGE);
  for (let node = 0; node < nodeCount; node++) if (LEADS_NOWHERE[nodeKinds[node]] === 1) distances[node] = 0;
  for (const goal of goals) distances[goal] = NO_EDGE;
  return distances;
}

/** What each step costs, by the kind of its edge; below {@link BUCKETS}. */
class StepCosts {
  /** The name of edges to a prototype, as its index in `strings`; -1 when there is none. */
  readonly prototypeName: number;
  /** The same of a generator's registers, where a suspended function has what it works with, without names. */
  readonly registersName: number;
  readonly #snapshot: HeapSnapshot;
  readonly #readable = holdingSteps(PLAIN_STEP);
  readonly #insideV8 = holdingSteps(INSIDE_V8_STEP);
  readonly #transient = holdingSteps(TRANSIENT_STEP);
  readonly #root = holdingSteps(PLAIN_STEP);
  /** Of what is looked at only when nothing else leads to a goal. */
  readonly lastResort = holdingSteps(NO_STEP);

  constructor(snapshot: HeapSnapshot) {
    this.#snapshot = snapshot;
    this.prototypeName = snapshot.strings.indexOf('__proto__');
    this.registersName = snapshot.strings.indexOf('parameters_and_registers');
    for (const costs of [this.#readable, this.#root]) {
      costs[EdgeKind.internal] = INTERNAL_STEP;
      costs[EdgeKind.hidden] = HIDDEN_STEP;
    }
    this.#root[EdgeKind.shortcut] = PLAIN_STEP;
  }

  from(node: number): Uint8Array {
    const { nodeKinds, nodeNames, strings } = this.#snapshot;
    if (node === 0) return this.#root;
    switch (nodeKinds[node]) {
      case NodeKind.code:
      case NodeKind.hidden:
      case NodeKind['object shape']:
        return this.#insideV8;
      case NodeKind.synthetic:
        return this.#fromRoots(strings.get(nodeNames[node]));
      default:
        return this.#readable;
    }
  }

  #fromRoots(name: string): Uint8Array {
    if (name === STRING_TABLE) return this.lastResort;
    return TRANSIENT_ROOTS.has(name) ? this.#transient : this.#readable;
  }
}

/** The same cost for every edge that holds, by kind. */
function holdingSteps(cost: number): Uint8Array {
  return new Uint8Array(edgeKinds.length).fill(cost, 0, FIRST_WEAK_KIND);
}
