import type { Assessment } from './assess.ts';
import { grownIn } from './grown.ts';
import { judged, judgedClasses } from './judged.ts';
import { type Expectation, type RetainedGroup, unexplained, unmet } from './known.ts';
import type { Allowances } from './types.ts';

/**
 * Whether what grows is the known leak and nothing else, for certain. Then there is no need to see it go on when the run is
 * doubled: it was seen when the entry was written.
 *
 * @param expectations The known leaks of the version that is measured.
 */
export function isExpected(
  assessment: Assessment,
  allowances: Allowances,
  groups: readonly RetainedGroup[],
  expectations: readonly Expectation[],
): boolean {
  if (expectations.length === 0) return false;
  const states = [
    ...judged(assessment, allowances).map(({ growth }) => growth.state),
    ...judgedClasses(assessment, allowances).map(({ state }) => state),
  ];
  if (states.includes('unsure') || states.includes('slowing')) return false;
  const grown = grownIn(assessment, groups);
  return expectations.every((each) => unmet(each, grown) === null) && unexplained(expectations, grown).length === 0;
}
