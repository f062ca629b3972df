import type { Verdict } from '../verdict/types.ts';

const WITHOUT: ReadonlySet<Verdict> = new Set(['crashed', 'inconclusive', 'nothing-measured']);

/** Whether a run has told what the scenario does; one that has not cannot be held against another. */
export function cameToVerdict({ verdict }: { verdict: Verdict }): boolean {
  return !WITHOUT.has(verdict);
}
