import type { Case, Judgement } from './case.ts';
import { growthFailures } from './growth-failures.ts';
import { judgeLeak } from './judge-leak.ts';
import { judgeSteady } from './judge-steady.ts';
import { runFailures } from './run-failures.ts';
import type { Verdict } from './types.ts';

export type { Case, Judgement } from './case.ts';

/** Reaches the verdict. Pure: the same case, the same judgement. */
export function judge(given: Case): Judgement {
  const failures = runFailures(given);
  const failed = (verdict: Verdict, reason: string): Judgement => ({
    verdict,
    passed: false,
    known: false,
    reason,
    failures,
  });
  if (given.invalid !== null) return failed('inconclusive', `The instruments cannot be trusted: ${given.invalid}.`);
  if (given.nothing !== null) return failed('nothing-measured', given.nothing);
  if (given.outOfTime) {
    const twice = `${given.iterations} iterations were too few to tell, and the time-out leaves no room for twice as many`;
    return failed('inconclusive', `Something may grow: ${twice}; raise timeout, or lower iterations.`);
  }
  const growth = growthFailures(given);
  return growth.length > 0 ? judgeLeak(given, growth, failures) : judgeSteady(given, failures);
}
