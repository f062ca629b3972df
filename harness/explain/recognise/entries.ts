import { NodeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';

/** How many of the objects that stay are entries, and of what. */
export interface Entries {
  count: number;
  /** Where on the path the collection around stands, if they are spread over several of the kind that it holds; -1 if one has them. */
  aroundAt: number;
}

/** V8's links from a collection to what holds its entries. */
const STORE_EDGES = new Set(['table', 'elements', 'properties']);

/**
 * Whether the holder has most of the objects itself, as entries: not one of them by a property, and the rest behind it. Or
 * whether it has them together with others of its class, which one collection holds. Null when neither is so.
 */
export function entriesIn(suspect: Suspect, holderAt: number): Entries | null {
  const holder = suspect.path.nodes[holderAt] as number;
  const aroundAt = collectionAround(suspect, holderAt);
  const own = countIn(suspect, [holder]);
  const together = aroundAt === -1 ? 0 : countIn(suspect, alikeIn(suspect, aroundAt, holder));
  if (Math.max(own, together) < Math.max(2, suspect.nodes.length / 2)) return null;
  return together > own ? { count: together, aroundAt } : { count: own, aroundAt: -1 };
}

/** Where on the path the older object stands that holds the one at `at` as an entry; -1 when it is held otherwise. */
export function collectionAround(suspect: Suspect, at: number): number {
  const { nodeKinds } = suspect.snapshot;
  const { nodes } = suspect.path;
  // Between a collection and its entry stands its table at most.
  const around = nodeKinds[nodes[at - 1] as number] === NodeKind.array ? at - 2 : at - 1;
  const node = nodes[around];
  if (node === undefined || nodeKinds[node] !== NodeKind.object) return -1;
  return suspect.isVisible(node) && !suspect.isNew(node) ? around : -1;
}

function countIn(suspect: Suspect, holders: readonly number[]): number {
  const members = new Set(suspect.nodes);
  const entries = new Set<number>();
  for (const holder of holders)
    for (const entry of entriesOf(suspect, holder)) if (members.has(entry)) entries.add(entry);
  return entries.size;
}

/** The older objects of one class that a collection has as entries. */
function alikeIn(suspect: Suspect, aroundAt: number, one: number): number[] {
  const className = suspect.nameOf(one);
  return [...entriesOf(suspect, suspect.path.nodes[aroundAt] as number)].filter(
    (entry) => !suspect.isNew(entry) && suspect.nameOf(entry) === className,
  );
}

function* entriesOf(suspect: Suspect, holder: number): Generator<number> {
  for (const { name, target } of suspect.edgesOf(holder)) {
    if (STORE_EDGES.has(name ?? '')) for (const slot of suspect.edgesOf(target)) yield slot.target;
    else yield target;
  }
}
