import { growingClasses as grownClasses } from '../verdict/grown.ts';
import type { Measured } from './measure.ts';
import type { GrowingClass } from './result.ts';

/** The classes that grow, with what the survivors of each retain; biggest first. */
export function growingClasses(measured: Measured): GrowingClass[] {
  return grownClasses(measured.assessment)
    .map((growth): GrowingClass => {
      const groups = measured.groups.filter(({ className }) => className === growth.name);
      return {
        name: growth.name,
        perIteration: growth.perIteration,
        count: growth.count,
        shallowBytes: growth.shallowBytes,
        retainedBytes: groups.reduce((sum, group) => sum + group.retainedBytes, 0),
        retainerPath: groups[0]?.retainerPath ?? [],
        definedAt: groups[0]?.definedAt ?? null,
        allocatedAt: [],
        package: null,
      };
    })
    .sort((a, b) => b.retainedBytes - a.retainedBytes);
}
