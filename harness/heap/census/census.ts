import { ClassNames, NO_CLASS } from '../names/class-names.ts';
import type { Sources } from '../names/sources.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import type { BirthRange } from './birth-range.ts';

/** The live objects of one class and their shallow bytes. */
export interface ClassCount {
  count: number;
  shallowBytes: number;
}

/** Live objects by class name as it is shown to people. */
export type Census = Map<string, ClassCount>;

/**
 * Counts the user-visible nodes: objects, closures, strings, regular expressions, symbols and bigints. Not V8's own
 * (code, shapes, contexts, hidden nodes), nor the stores behind arrays, maps and objects, whose owner is counted.
 *
 * Measured over 27 steady loops on Node 20, 22, 24 and 26, 200 iterations between snapshots: what is counted stays as it
 * is, under the compiler too, but for a Buffer pool or a string once; of what is left out, hidden nodes (code wrappers,
 * weak lists, fixed arrays) come and go by up to 82 under the compiler.
 *
 * Needs one pass over the nodes and no graph. `sources` must be the same for censuses that are compared.
 */
export function takeCensus(snapshot: HeapSnapshot, range: BirthRange = {}, sources: Sources = {}): Census {
  const { bornAfter = 0, bornUntil = Number.POSITIVE_INFINITY } = range;
  const { nodeCount, nodeIds, nodeSizes } = snapshot;
  const classes = new ClassNames(snapshot, sources);
  const counts: number[] = [];
  const bytes: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    const id = nodeIds[node];
    if (id <= bornAfter || id > bornUntil) continue;
    const number = classes.classOf(node);
    if (number === NO_CLASS) continue;
    counts[number] = (counts[number] ?? 0) + 1;
    bytes[number] = (bytes[number] ?? 0) + nodeSizes[node];
  }
  const census: Census = new Map();
  for (const [number, count] of counts.entries()) {
    if (count > 0) census.set(classes.names[number], { count, shallowBytes: bytes[number] });
  }
  return census;
}
