import {
  ClassNames,
  groupSurvivors,
  type HeapSnapshot,
  type HoldingPath,
  highestId,
  holdingPaths,
  NodeKind,
  type Sources,
  type SurvivorGroup,
} from '../../heap/index.ts';
import { isMadeOnce } from './made-once.ts';
import { mergeAlike } from './merge-alike.ts';
import { Suspect } from './suspect.ts';

/** A group of survivors that older objects hold, and the groups that hang off it. */
export interface HeadGroup {
  group: SurvivorGroup;
  suspect: Suspect;
  /** Groups that grow and are reached by way of it, itself left out. */
  behind: SurvivorGroup[];
}

export interface LeakOptions extends Sources {
  /** Highest id before the measured iterations. */
  bornAfter: number;
  /** Classes that grow, and how many objects of each are to be expected. */
  growing: ReadonlyMap<string, number>;
}

/** A group that hangs off another has at most so many times its members: a list made anew each time holds thousands, and leads nowhere. */
const MOST_BEHIND_ONE = 64;

/**
 * Finds what the survivors of the growing classes hang off: on the path to each, the first survivors that are held by what
 * was there before. The most retained first.
 */
export function findLeaks(snapshot: HeapSnapshot, options: LeakOptions): HeadGroup[] {
  const boundaries = [options.bornAfter, highestId(snapshot)];
  const classes = new ClassNames(snapshot, options);
  const avoided = leaking(snapshot, classes, options);
  const found = groupSurvivors(snapshot, { ...options, boundaries, avoided });
  const candidates = found.filter(({ className }) => options.growing.has(className));
  const others = found.filter(({ className }) => !options.growing.has(className));
  const pathTo = holdingPaths(
    snapshot,
    candidates.map(({ nodes }) => nodes[0] as number),
    avoided,
  );
  const merged = mergeAlike(candidates, pathTo);
  const groupOf = new Map<number, SurvivorGroup>();
  for (const group of [...merged, ...others]) for (const node of group.nodes) groupOf.set(node, group);
  const growing = merged.filter(({ className, count }) => !isMadeOnce(count, options.growing.get(className) as number));
  const isOld = (node: number) => (snapshot.nodeIds[node] as number) <= options.bornAfter;
  const heads = new Map<SurvivorGroup, HeadGroup>();
  for (const group of growing) {
    const path = pathTo(group.nodes[0] as number);
    const at = headOn(path, groupOf, group, isOld);
    const head = groupOf.get(path.nodes[at] as number) as SurvivorGroup;
    let found = heads.get(head);
    if (found === undefined) {
      const { bornAfter } = options;
      const suspect = new Suspect({ snapshot, classes, bornAfter, nodes: head.nodes, path, at });
      found = { group: head, suspect, behind: [] };
      heads.set(head, found);
    }
    if (group !== head) found.behind.push(group);
  }
  return [...heads.values()].sort((a, b) => b.group.retainedBytes - a.group.retainedBytes);
}

/** Classes of any code: that one of them grows says nothing of another object of it. */
const ANYBODYS: ReadonlySet<string> = new Set(['Object', 'Array', 'Map', 'Set', 'Promise', 'closure (anonymous)']);

/**
 * Whether a node is new, or as those that grow: what has leaked before the measured iterations leaks as well. The store of a
 * collection is made anew as it grows, and is none of those.
 */
function leaking(snapshot: HeapSnapshot, classes: ClassNames, { bornAfter, growing }: LeakOptions) {
  return (node: number): boolean => {
    const kind = snapshot.nodeKinds[node];
    if (kind !== NodeKind.object && kind !== NodeKind.closure) return false;
    if ((snapshot.nodeIds[node] as number) > bornAfter) return true;
    const name = classes.names[classes.classOf(node)];
    return name !== undefined && growing.has(name) && !ANYBODYS.has(name);
  };
}

/**
 * Where on the path the first survivor stands that there is about one of for each survivor of the group: behind all that is
 * older, as what an older object holds stays whatever else leads to it.
 */
function headOn(
  { nodes }: HoldingPath,
  groupOf: ReadonlyMap<number, SurvivorGroup>,
  { count }: SurvivorGroup,
  isOld: (node: number) => boolean,
): number {
  const lastOld = nodes.findLastIndex(isOld);
  return nodes.findIndex((node, i) => {
    const on = i > lastOld ? groupOf.get(node) : undefined;
    return on !== undefined && on.count * MOST_BEHIND_ONE >= count && (on.count > 1 || count === 1);
  });
}
