import type { HeapSnapshot } from '../snapshot.ts';

/**
 * What the edge to slot `index` of a Map's or Set's table is: a Set's member, a Map's key, or a Map's value with its key
 * (undefined when the key is a small integer, which is no node). Undefined for any other holder.
 *
 * V8's ordered hash tables are arrays of 3 counters, b bucket heads and 2b entries of 2 (Set) or 3 (Map) slots each.
 */
export function tableEntry(
  snapshot: HeapSnapshot,
  holder: number,
  table: number,
  edge: number,
  index: number,
): 'member' | 'key' | { key: number | undefined } | undefined {
  const { strings, nodeNames, nodeSizes, firstEdges, edgeNames, edgeTargets } = snapshot;
  const name = strings.get(nodeNames[holder]);
  if (name === 'Set') return 'member';
  if (name !== 'Map') return undefined;
  const slot = index - 3 - bucketCount(nodeSizes[table]);
  if (slot % 3 === 0) return 'key';
  // V8 writes the edges of a table in the order of its slots.
  const before = edge - 1;
  const hasKey = before >= firstEdges[table] && strings.get(edgeNames[before]) === String(index - 1);
  return { key: hasKey ? edgeTargets[before] : undefined };
}

/** From the array's size in bytes, whose header is two words: 3 + 7b slots of 8 bytes, or 4 where pointers are compressed. */
function bucketCount(size: number): number {
  const buckets = ((size - 16) / 8 - 3) / 7;
  return Number.isInteger(buckets) ? buckets : ((size - 8) / 4 - 3) / 7;
}
