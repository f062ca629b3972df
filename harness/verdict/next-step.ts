import type { Assessment } from './assess.ts';
import type { Allowances } from './types.ts';
import { wantsMore } from './wants-more.ts';

/** Doublings after which a run is judged as it is: eight times the iterations asked for. */
const MOST_DOUBLINGS = 3;

/** Where a run stands after a target snapshot. */
export interface Standing {
  assessment: Assessment;
  allowances: Allowances;
  /** Parts between two snapshots so far. */
  segments: number;
  doublings: number;
  /** Whether what grows is the known leak and nothing else. */
  expected: boolean;
  /** Whether the time-out leaves room for as much again. */
  hasTime: boolean;
}

/**
 * What to do after a target snapshot: judge what is there, double the run, or judge it as undecided because the time-out
 * leaves no room for the doubling that the answer needs.
 */
export function nextStep(standing: Standing): 'judge' | 'double' | 'out-of-time' {
  const { assessment, allowances, segments, doublings, expected, hasTime } = standing;
  if (expected || doublings === MOST_DOUBLINGS || !wantsMore(assessment, allowances, segments)) return 'judge';
  return hasTime ? 'double' : 'out-of-time';
}
