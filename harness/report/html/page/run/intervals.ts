import type { Sample } from '../../../../run/result.ts';
import { timelineOf } from '../chart/timeline.ts';

/** What one interval between two snapshots has born of a class, and is alive at the last of them. */
export interface Interval {
  from: number;
  to: number;
  count: number;
  perIteration: number;
}

/**
 * The survivors of a class by the interval that bore them; empty where the run does not tell, as in results of a version that
 * did not count them.
 *
 * @param perInterval Survivors of each interval between the snapshots, from the baseline on.
 */
export function intervalsOf(perInterval: readonly number[] | undefined, samples: readonly Sample[]): Interval[] {
  const bounds = timelineOf(samples).marks.map(({ x }) => x);
  if (perInterval === undefined || perInterval.length !== bounds.length - 1) return [];
  return perInterval.map((count, i) => {
    const [from, to] = [bounds[i], bounds[i + 1]];
    return { from, to, count, perIteration: count / Math.max(1, to - from) };
  });
}
