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
  /** The scripts that show it without the harness; none where there is nothing to show, as nothing grows. */
  plain: Plain[];
}

export type Finding =
  | 'confirmed'
  | 'wrong'
  | 'partly'
  | 'fix is fake'
  | 'found beyond the reviews'
  | `fixed in ${string}`;

/** Lines that a script of `plain/` prints. */
export interface Plain {
  script: string;
  /** How the lines that are about the claim begin. */
  lines: string[];
}

/** One run, and how it is to have ended. What fills up and stops counts as clean, and as draining. */
export interface Evidence {
  scenario: string;
  version: string;
  verdict: RunResult['verdict'];
  /** What the gauges that matter are to show. */
  gauges: Record<string, GaugeExpectation>;
}

/** Whether a gauge grows with each iteration, or at least how high or at most how low it is at the end. */
export type GaugeExpectation = 'grows' | 'steady' | { atLeast: number } | { atMost: number };

/** The evidence that `scenario` ended so on each of the versions. */
export function ran(
  scenario: string,
  verdicts: Record<string, RunResult['verdict']>,
  gauges: Record<string, GaugeExpectation> = {},
): Evidence[] {
  return Object.entries(verdicts).map(([version, verdict]) => ({ scenario, version, verdict, gauges }));
}

/** Lines of a script. */
export function plainly(script: string, ...lines: string[]): Plain[] {
  return [{ script, lines }];
}
