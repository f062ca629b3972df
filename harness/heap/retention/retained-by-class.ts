import { ClassNames } from '../names/class-names.ts';
import type { Sources } from '../names/sources.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { Retention } from './retention.ts';
import { survivorsOf } from './survivors.ts';

/**
 * What all objects of a class retain together, in bytes, by class: what would be freed with all of them, nothing counted
 * twice within a class. An object held by two classes, and by none alone, counts for neither; one that is behind objects of
 * several classes counts for each, so sizes of different classes do not add up.
 *
 * `classes` are names as in the census; without it, all classes. Those without an object are left out.
 */
export function retainedByClass(
  snapshot: HeapSnapshot,
  options: Sources & { classes?: ReadonlySet<string> } = {},
): Map<string, number> {
  const classes = new ClassNames(snapshot, options);
  const nodes = survivorsOf(snapshot, classes, [0, Number.POSITIVE_INFINITY], options.classes);
  const retention = new Retention(snapshot, options.classes && nodes);
  const byClass = Map.groupBy(nodes, (node) => classes.classOf(node));
  return new Map(Array.from(byClass, ([number, own]) => [classes.names[number], retention.ofSet(own)]));
}
