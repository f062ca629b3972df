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
 * Bytes follow from these, and are named only where nothing else grows. Gauges are left out.
 */
export function grownIn(assessment: Assessment, groups: readonly RetainedGroup[]): Grown {
  const classes = growingClasses(assessment);
  const pieces = growing({ ...assessment.handles, ...assessment.counts });
  const hasPieces = classes.length > 0 || Object.keys(pieces).length > 0;
  return { classes, groups, handles: hasPieces ? pieces : growing(assessment.bytes) };
}

/** The rates of those that go on growing. */
function growing(growths: Readonly<Record<string, Growth>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(growths)
      .filter(([, growth]) => isGrowing(growth))
      .map(([name, { perIteration }]) => [name, perIteration]),
  );
}
