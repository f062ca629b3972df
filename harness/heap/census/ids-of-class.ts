import { NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** The ids of the objects whose constructor has this name, ascending. */
export function idsOfClass(snapshot: HeapSnapshot, className: string): number[] {
  const { nodeCount, nodeKinds, nodeNames, nodeIds, strings } = snapshot;
  const name = strings.indexOf(className);
  const ids: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    if (nodeNames[node] === name && nodeKinds[node] === NodeKind.object) ids.push(nodeIds[node] as number);
  }
  return ids.sort((a, b) => a - b);
}
