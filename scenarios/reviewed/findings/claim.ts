import type { RunResult } from '../../../harness/run/result.ts';

/** A statement about a system, and the runs that decide whether it is so. */
export interface Claim {
  system: string;
  /** Who says so: a review, the authors by their own fix, or nobody before it was measured. */
  by: 'review' | 'upstream' | 'measurement';
  /** One sentence. */
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

/** One run, and how it is to have ended. What fills up and stops counts as clean. */
export interface Evidence {
  scenario: string;
  version: string;
  verdict: RunResult['verdict'];
}

/** The evidence that `scenario` ended so on each of the versions. */
export function ran(scenario: string, verdicts: Record<string, RunResult['verdict']>): Evidence[] {
  return Object.entries(verdicts).map(([version, verdict]) => ({ scenario, version, verdict }));
}
