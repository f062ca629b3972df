import { sourceOf } from '../graph/source-of.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { NO_EDGE, shortestPaths } from './shortest-paths.ts';

/** A chain of references from the root. `edges[i]` leads from `nodes[i]` to `nodes[i + 1]`. */
export interface HoldingPath {
  nodes: number[];
  edges: number[];
}

/**
 * Finds how nodes are held: the paths that their groups are named by. Searches once for all `goals`; the function it
 * returns gives the path of one of them, which begins at the node itself where nothing holds it. `avoided` is that of
 * {@link shortestPaths}.
 */
export function holdingPaths(
  snapshot: HeapSnapshot,
  goals: readonly number[],
  avoided?: (node: number) => boolean,
): (goal: number) => HoldingPath {
  const arrivals = shortestPaths(snapshot, goals, avoided);
  return (goal) => {
    const nodes = [goal];
    const edges: number[] = [];
    for (let edge = arrivals[goal]; edge !== NO_EDGE; edge = arrivals[nodes.at(-1) as number]) {
      edges.push(edge);
      nodes.push(sourceOf(edge, snapshot.firstEdges));
    }
    return { nodes: nodes.reverse(), edges: edges.reverse() };
  };
}
