import type { Assessment } from './assess.ts';
import type { Allowances } from './types.ts';
import { wantsMore } from './wants-more.ts';

/** Doublings after which a run is judged as it is: by these it has become 8 or 16 times as long as was asked for. */
export const MOST_DOUBLINGS = { worthwhile: 3, needed: 4 };

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
  if (expected) return 'judge';
  const wish = wantsMore(assessment, allowances, segments);
  if (wish === 'none' || doublings >= MOST_DOUBLINGS[wish]) return 'judge';
  if (hasTime) return 'double';
  return wish === 'needed' ? 'out-of-time' : 'judge';
}

/**
 * Iterations of the next doubling: as many as were measured. Where only the store behind an object grows, as many as were
 * ever run: a table that is made twice as large when it is full then has to grow once more, or it holds no more than so much.
 *
 * @param iterations Measured iterations so far.
 * @param iterationsRun All iterations so far, the warm-up included.
 */
export function nextIterations({ stores, classes }: Assessment, iterations: number, iterationsRun: number): number {
  const hasObjects = classes.some(({ state }) => state === 'growing');
  return stores.length > 0 && !hasObjects ? iterationsRun : iterations;
}
