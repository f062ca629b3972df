import type { HoldingPath, SurvivorGroup } from '../../heap/index.ts';

/**
 * Makes one group of objects of one class that one holder has under different names: keys of a plain object that has too
 * few for V8 to make it a dictionary.
 */
export function mergeSingles(groups: readonly SurvivorGroup[], pathTo: (goal: number) => HoldingPath): SurvivorGroup[] {
  const merged = new Map<string, SurvivorGroup>();
  const result: SurvivorGroup[] = [];
  for (const group of groups) {
    if (group.count !== 1) {
      result.push(group);
      continue;
    }
    const holder = pathTo(group.nodes[0] as number).nodes.at(-2);
    const key = `${holder} ${group.className}`;
    const alike = merged.get(key);
    if (alike === undefined) merged.set(key, group);
    else merged.set(key, join(alike, group));
  }
  return [...result, ...merged.values()];
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
