import type { Assessment } from './assess.ts';
import type { ClassSeries } from './classes.ts';
import type { Evidence } from './evidence.ts';
import { judged, judgedClasses } from './judged.ts';
import type { Allowances, GrowthState } from './types.ts';

/**
 * Milliseconds after which what is still there is not merely in flight. Libraries put off releasing what is done with by up to
 * a second: undici keeps its fast timers until a clock of its own has ticked, 0.5 to 1.0 s later.
 */
export const IN_FLIGHT_MS = 1_500;

/** Child processes, handles and native memory have waits and clocks of their own. */
const NOT_IN_FLIGHT = /^(rss|processesRss|processes|fds|handles\..*)$/;

/**
 * How many times as many of a class's objects the last interval may have left as the one before, for an iteration. Of a leak
 * both have left the same; what is in flight is of the last interval.
 */
const MORE_OF_THE_LAST = 1.5;

function isRising({ state }: { state: GrowthState }): boolean {
  return state === 'growing' || state === 'slowing' || state === 'unsure';
}

/** Whether the last interval has left no more than the one before leads to expect: none of it need be in flight. */
function isAged({ survivors }: ClassSeries, iterations: readonly number[]): boolean {
  const rates = survivors.map((kept, i) => kept / ((iterations[i + 1] as number) - (iterations[i] as number)));
  const [before = 0, last = 0] = rates.slice(-2);
  return last <= MORE_OF_THE_LAST * before;
}

/**
 * How long to wait for what has risen to go by itself, milliseconds; 0 when nothing has risen, or when it is too old to be in
 * flight. Where an interval has left as many objects as the one before, those of the one before are as old as the last
 * interval took. What rises in the last interval, and bytes that no class explains, may be of any age.
 *
 * @param lastIntervalMs How long the last interval between two snapshots took; null before the first doubling, which whatever
 *   goes on growing has to go through in any case.
 */
export function flightTime(
  assessment: Assessment,
  allowances: Allowances,
  { classes, snapshotIterations }: Pick<Evidence, 'classes' | 'snapshotIterations'>,
  lastIntervalMs: number | null,
): number {
  const rising = judgedClasses(assessment, allowances).filter(isRising);
  if (rising.length === 0) {
    const metrics = judged(assessment, allowances).filter(({ threshold }) => !NOT_IN_FLIGHT.test(threshold));
    return metrics.some(({ growth }) => isRising(growth)) ? IN_FLIGHT_MS : 0;
  }
  const names = new Set(rising.map(({ name }) => name));
  const aged = classes.filter(({ name }) => names.has(name)).every((each) => isAged(each, snapshotIterations));
  if (rising.some(({ state }) => state === 'unsure') || (!aged && lastIntervalMs !== null)) return IN_FLIGHT_MS;
  return lastIntervalMs === null ? 0 : Math.max(0, IN_FLIGHT_MS - lastIntervalMs);
}
