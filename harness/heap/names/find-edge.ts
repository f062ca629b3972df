import { isIndexEdge } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** The target of the first edge of `node` that has this name; undefined when there is none. */
export function findEdge(snapshot: HeapSnapshot, node: number, name: string): number | undefined {
  const { firstEdges, edgeKinds, edgeNames, edgeTargets, strings } = snapshot;
  const wanted = strings.indexOf(name);
  for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
    if (!isIndexEdge(edgeKinds[edge]) && edgeNames[edge] === wanted) return edgeTargets[edge];
  }
  return undefined;
}
