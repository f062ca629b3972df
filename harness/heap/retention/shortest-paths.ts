import { EdgeKind, NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** For every node the edge by which its path from the root arrives; `NO_EDGE` for the root and what it does not reach. */
export interface PathTree {
  readonly arrivals: Uint32Array;
  /** The node at the other end of that edge. */
  readonly holders: Uint32Array;
}

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
/** Out of the current stack and its handles, which hold objects only while the snapshot is written. */
const TRANSIENT_STEP = 60;
/** One more than the most expensive step. */
const BUCKETS = 64;

const TRANSIENT_ROOTS = new Set(['(Stack roots)', '(Handle scope)', '(Relocatable)', '(Strong roots)', '(Debugger)']);

/**
 * The cheapest path from the root to every node over essential edges, where steps a person can read are cheap. Ties are
 * broken by the order of the snapshot, so the same snapshot gives the same paths.
 *
 * Algorithm: R. B. Dial, "Algorithm 360: shortest-path forest with topological ordering", Communications of the ACM
 * 12 (11), 1969: Dijkstra's with a ring of buckets, one per distance, as the costs are small whole numbers.
 */
export function shortestPaths(snapshot: HeapSnapshot, essential: Uint8Array): PathTree {
  const { nodeCount, firstEdges, edgeTargets } = snapshot;
  const costOf = stepCosts(snapshot);
  const distances = new Uint32Array(nodeCount).fill(NO_EDGE);
  const arrivals = new Uint32Array(nodeCount).fill(NO_EDGE);
  const holders = new Uint32Array(nodeCount);
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  distances[0] = 0;
  buckets[0].push(0);
  let waiting = 1;
  for (let distance = 0; waiting > 0; distance++) {
    const bucket = buckets[distance % BUCKETS];
    for (let at = 0; at < bucket.length; at++) {
      const node = bucket[at];
      if (distances[node] !== distance) continue;
      const end = firstEdges[node + 1];
      for (let edge = firstEdges[node]; edge < end; edge++) {
        if (essential[edge] === 0) continue;
        const target = edgeTargets[edge];
        if (distances[target] <= distance) continue;
        const reached = distance + costOf(node, edge);
        if (reached >= distances[target]) continue;
        distances[target] = reached;
        arrivals[target] = edge;
        holders[target] = node;
        buckets[reached % BUCKETS].push(target);
        waiting++;
      }
    }
    waiting -= bucket.length;
    bucket.length = 0;
  }
  return { arrivals, holders };
}

/** The cost of each step, by the edge and the node it leaves; at least 1 and below {@link BUCKETS}. */
function stepCosts(snapshot: HeapSnapshot): (node: number, edge: number) => number {
  const { nodeKinds, nodeNames, edgeKinds, edgeNames, strings } = snapshot;
  const { code, hidden, synthetic } = NodeKind;
  const shape = NodeKind['object shape'];
  const prototype = strings.indexOf('__proto__');
  return (node, edge) => {
    const from = nodeKinds[node];
    if (from === synthetic) return TRANSIENT_ROOTS.has(strings.get(nodeNames[node])) ? TRANSIENT_STEP : PLAIN_STEP;
    if (from === code || from === hidden || from === shape) return INSIDE_V8_STEP;
    switch (edgeKinds[edge]) {
      case EdgeKind.internal:
        return INTERNAL_STEP;
      case EdgeKind.hidden:
        return HIDDEN_STEP;
      case EdgeKind.property:
        return edgeNames[edge] === prototype ? PROTOTYPE_STEP : PLAIN_STEP;
      default:
        return PLAIN_STEP;
    }
  };
}
