import { checkBoundaries, intervalOf } from '../census/intervals.ts';
import { ClassNames } from '../names/class-names.ts';
import { definedAt } from '../names/defined-at.ts';
import type { Sources } from '../names/sources.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { Retention } from './retention.ts';
import { survivorsOf } from './survivors.ts';
import { Trails } from './trails.ts';

/** Survivors of one class that are held in the same way. */
export interface SurvivorGroup {
  className: string;
  count: number;
  /** Their ordinals in the snapshot. */
  nodes: readonly number[];
  /** How many of them were born in each interval between the boundaries. */
  perInterval: number[];
  shallowBytes: number;
  /** What the group retains as a set, nothing counted twice. */
  retainedBytes: number;
  /** From the GC root to the survivor; to be joined with ` ▸ `. */
  retainerPath: string[];
  /** `file:line` of the class or closure; null when the snapshot does not tell. */
  definedAt: string | null;
}

export interface GroupOptions extends Sources {
  /** Ascending ids, two at least: survivors are born after the first and not after the last. */
  boundaries: number[];
  /** Nodes that a retainer path leads through only where there is no way around; none by default. */
  avoided?: (node: number) => boolean;
  /** Only these classes, by their names in the census; all by default. */
  classes?: ReadonlySet<string>;
}

/**
 * Groups the survivors by class and by the way they are held, biggest retained first. Searches the graph for paths and
 * for what the survivors retain: a second of CPU on a heap of 200 MB.
 */
export function groupSurvivors(snapshot: HeapSnapshot, options: GroupOptions): SurvivorGroup[] {
  const { boundaries } = options;
  checkBoundaries(boundaries);
  const classes = new ClassNames(snapshot, options);
  const survivors = survivorsOf(snapshot, classes, boundaries, options.classes);
  if (survivors.length === 0) return [];
  const alike = groupByTrail(new Trails(snapshot, classes, survivors, options.avoided), survivors);
  const retention = new Retention(snapshot, survivors);
  const groups = alike.map(({ nodes, retainerPath }): SurvivorGroup => {
    const perInterval = new Array<number>(boundaries.length - 1).fill(0);
    let shallowBytes = 0;
    for (const node of nodes) {
      perInterval[intervalOf(snapshot.nodeIds[node], boundaries)]++;
      shallowBytes += snapshot.nodeSizes[node];
    }
    return {
      className: classes.names[classes.classOf(nodes[0])],
      count: nodes.length,
      nodes,
      perInterval,
      shallowBytes,
      retainedBytes: retention.ofSet(nodes),
      retainerPath,
      definedAt: definedAt(classes.placeOf(nodes[0])),
    };
  });
  return groups.sort(bySizeThenName);
}

/** Apart, so that the memory of the search for paths is free again when retained sizes are worked out. */
function groupByTrail(trails: Trails, survivors: readonly number[]) {
  const members = Map.groupBy(survivors, (node) => trails.trailOf(node));
  return Array.from(members, ([trail, nodes]) => ({ nodes, retainerPath: trails.render(trail) }));
}

function bySizeThenName(a: SurvivorGroup, b: SurvivorGroup): number {
  return b.retainedBytes - a.retainedBytes || compare(a.className, b.className) || compare(pathText(a), pathText(b));
}

function pathText(group: SurvivorGroup): string {
  return group.retainerPath.join(' ▸ ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
