import type { HeapSnapshot } from '../snapshot.ts';

/**
 * The highest odd id: every heap object born after this snapshot has a higher one. Native nodes, whose ids are even, do
 * not count.
 */
export function highestId({ nodeIds }: HeapSnapshot): number {
  let highest = 0;
  for (let node = 0; node < nodeIds.length; node++) {
    const id = nodeIds[node];
    if (id > highest && (id & 1) === 1) highest = id;
  }
  return highest;
}
