import type { HeapSnapshot } from '../snapshot.ts';

/** How V8 names an edge that exists because a key and its WeakMap are both alive. */
const PAIR = /^\d+ \/ part of key \(.*? @\d+\) -> value \(.*? @\d+\) pair in WeakMap \(table @(\d+)\)$/;

/** For each edge name (its index in `strings`) that tells of a WeakMap's pair, the id of the WeakMap's table. */
export function weakMapTables({ strings }: HeapSnapshot): ReadonlyMap<number, number> {
  const tables = new Map<number, number>();
  for (let index = 0; index < strings.count; index++) {
    if (!strings.startsWithNumberAndSpace(index)) continue;
    const match = PAIR.exec(strings.get(index));
    if (match) tables.set(index, Number(match[1]));
  }
  return tables;
}
