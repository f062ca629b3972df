import type { SurvivorGroup } from '../heap/index.ts';
import type { Assessment } from '../verdict/assess.ts';
import { grownIn } from '../verdict/grown.ts';
import { concerns, type Expectation, unexplained, unmet } from '../verdict/known.ts';
import type { GrowthState } from '../verdict/types.ts';

/** Whether something goes on growing. */
export const isGrowing = ({ state }: { state: GrowthState }): boolean => state === 'growing';

/**
 * Whether what grows is the known leak and nothing else. Then there is no need to see it go on when the run is doubled: it
 * was seen when the entry was written.
 */
export function isExpected(
  assessment: Assessment,
  groups: readonly SurvivorGroup[],
  expectations: readonly Expectation[],
  version: string | null,
): boolean {
  const applicable = expectations.filter((expectation) => concerns(expectation, version));
  if (applicable.length === 0) return false;
  const grown = grownIn(assessment, groups);
  return applicable.every((each) => unmet(each, grown) === null) && unexplained(applicable, grown).length === 0;
}
