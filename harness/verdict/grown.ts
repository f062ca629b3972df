import type { Assessment } from './assess.ts';
import type { ClassGrowth } from './classes.ts';
import type { Grown, RetainedGroup } from './known.ts';
import type { Growth } from './types.ts';

const isGrowing = ({ state }: Pick<Growth, 'state'>): boolean => state === 'growing';

/** The classes that go on growing, whether they may or not. */
export function growingClasses({ classes }: Pick<Assessment, 'classes'>): ClassGrowth[] {
  return classes.filter(isGrowing);
}

/**
 * What goes on growing, for the entries of `known` to explain: classes, and what can leak without an object of its own.
 * Bytes and gauges are left out: they follow from the rest.
 */
export function grownIn(assessment: Assessment, groups: readonly RetainedGroup[]): Grown {
  const counted = { ...assessment.handles, ...assessment.counts };
  return {
    classes: growingClasses(assessment),
    groups,
    handles: Object.fromEntries(
      Object.entries(counted)
        .filter(([, growth]) => isGrowing(growth))
        .map(([type, { perIteration }]) => [type, perIteration]),
    ),
  };
}
