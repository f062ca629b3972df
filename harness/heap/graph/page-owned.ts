import { EdgeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** Chromium's name of the root that holds the documents. */
const DOCUMENT_TREES = '(Document DOM trees)';

/** Marks with 1 every node that a global object (or a document) reaches without weak edges. */
export function pageOwned(snapshot: HeapSnapshot): Uint8Array {
  const { firstEdges, edgeKinds, edgeTargets } = snapshot;
  const { weak } = EdgeKind;
  const owned = new Uint8Array(snapshot.nodeCount);
  const waiting = new Uint32Array(snapshot.nodeCount);
  let count = 0;
  for (const node of globals(snapshot)) {
    if (owned[node] === 0) waiting[count++] = node;
    owned[node] = 1;
  }
  while (count > 0) {
    const node = waiting[--count];
    const end = firstEdges[node + 1];
    for (let edge = firstEdges[node]; edge < end; edge++) {
      const target = edgeTargets[edge];
      if (owned[target] === 1 || edgeKinds[edge] === weak) continue;
      owned[target] = 1;
      waiting[count++] = target;
    }
  }
  return owned;
}

function* globals({ firstEdges, edgeKinds, edgeTargets, nodeNames, strings }: HeapSnapshot): Generator<number> {
  for (let edge = firstEdges[0]; edge < firstEdges[1]; edge++) {
    const target = edgeTargets[edge];
    const kind = edgeKinds[edge];
    const isDocuments = kind === EdgeKind.element && strings.get(nodeNames[target]) === DOCUMENT_TREES;
    if (kind === EdgeKind.shortcut || isDocuments) yield target;
  }
}
