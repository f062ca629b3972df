import type { RunResult } from '../../../harness/run/result.ts';

/** What a reviewer said, and the runs that decide whether it is so. */
export interface Claim {
  system: string;
  /** What the review says, one sentence; or what was found beyond the reviews. */
  claim: string;
  /** All of these hold, or the claim is undecided. */
  decidedBy: Evidence[];
  /** What is known of the claim when they hold. */
  finding: Finding;
  /** A script beside the scenarios that shows it without the harness. */
  plain?: string;
}

export type Finding =
  | 'confirmed'
  | 'wrong'
  | 'partly'
  | 'fix is fake'
  | 'found beyond the reviews'
  | `fixed in ${string}`;

/** One run, and how it is to have ended. */
export interface Evidence {
  scenario: string;
  version: string;
  verdict: RunResult['verdict'];
}

/** The evidence that `scenario` ended so on each of the versions. */
export function ran(scenario: string, verdicts: Record<string, RunResult['verdict']>): Evidence[] {
  return Object.entries(verdicts).map(([version, verdict]) => ({ scenario, version, verdict }));
}
