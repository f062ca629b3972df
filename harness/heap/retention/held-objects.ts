import { ClassNames } from '../names/class-names.ts';
import type { Sources } from '../names/sources.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { Trails } from './trails.ts';

/** One object, and what keeps it. */
export interface HeldObject {
  id: number;
  className: string;
  /** From the GC root to the object; to be joined with ` ▸ `. */
  retainerPath: string[];
}

/** Names the objects with these ids and the way each is held; those that are gone are left out. */
export function findHeldObjects(snapshot: HeapSnapshot, ids: ReadonlySet<number>, sources: Sources = {}): HeldObject[] {
  const nodes: number[] = [];
  for (let node = 0; node < snapshot.nodeCount; node++) if (ids.has(snapshot.nodeIds[node])) nodes.push(node);
  const classes = new ClassNames(snapshot, sources);
  const trails = new Trails(snapshot, classes, nodes);
  return nodes.map((node) => ({
    id: snapshot.nodeIds[node],
    className: classes.names[classes.classOf(node)] as string,
    retainerPath: trails.render(trails.trailOf(node)),
  }));
}
