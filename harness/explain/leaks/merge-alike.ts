import type { HoldingPath, SurvivorGroup } from '../../heap/index.ts';

/** The two directions of a list that is linked both ways, as Node's list of timers is. */
const DIRECTION = /(next|prev(?:ious)?)$/i;

/**
 * Makes one group of survivors of one class that are held alike, but for a name that says nothing: objects that one holder
 * has under different keys, too few for V8 to make it a dictionary; and those at either end of a doubly linked list.
 */
export function mergeAlike(groups: readonly SurvivorGroup[], pathTo: (goal: number) => HoldingPath): SurvivorGroup[] {
  const merged = new Map<string, SurvivorGroup>();
  for (const group of groups) {
    const isSingle = group.count === 1 && !group.retainerPath.some((step) => DIRECTION.test(step));
    const way = isSingle ? pathTo(group.nodes[0] as number).nodes.at(-2) : withoutDirection(group);
    const key = `${way} ${group.className}`;
    const alike = merged.get(key);
    merged.set(key, alike === undefined ? group : join(alike, group));
  }
  return [...merged.values()];
}

/** The path by way of a list: its first member is reached by it, the others by way of each other besides. */
function withoutDirection({ retainerPath }: SurvivorGroup): string {
  const isInside = (step: string, i: number) => DIRECTION.test(step) && classOf(step) === classOf(retainerPath[i + 1]);
  return retainerPath
    .filter((step, i) => !isInside(step, i))
    .map((step) => step.replace(DIRECTION, ''))
    .join(' ');
}

/** `Timeout` of the step `Timeout._idleNext`. */
function classOf(step = ''): string {
  return step.split(/[.[ ]/, 1)[0] ?? '';
}

function join(a: SurvivorGroup, b: SurvivorGroup): SurvivorGroup {
  return {
    ...a,
    count: a.count + b.count,
    nodes: [...a.nodes, ...b.nodes],
    perInterval: a.perInterval.map((count, i) => count + (b.perInterval[i] as number)),
    shallowBytes: a.shallowBytes + b.shallowBytes,
    retainedBytes: a.retainedBytes + b.retainedBytes,
  };
}
