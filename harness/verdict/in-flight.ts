import type { Assessment } from './assess.ts';
import { type ClassSeries, WORTH_TELLING } from './classes.ts';
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

/** How many of those born in each of the last two intervals are left, for an iteration. */
function recentRates({ survivors }: ClassSeries, iterations: readonly number[]): [before: number, last: number] {
  const rates = survivors.map((kept, i) => kept / ((iterations[i + 1] as number) - (iterations[i] as number)));
  return [rates.at(-2) ?? 0, rates.at(-1) ?? 0];
}

/** Whether the last interval has left no more than the one before leads to expect: none of it need be in flight. */
function isAged(series: ClassSeries, iterations: readonly number[]): boolean {
  const [before, last] = recentRates(series, iterations);
  return last <= MORE_OF_THE_LAST * before;
}

/** Whether any have gone in a wait before: only snapshots that were all waited for can be compared. */
function hasGone({ inFlight }: ClassSeries): boolean {
  return inFlight.some((count) => (count ?? 0) > 0);
}

/** Whether some stay of each interval, so that a leak may hide behind what comes and goes. */
function mayHide(series: ClassSeries, iterations: readonly number[]): boolean {
  return recentRates(series, iterations).every((rate) => rate >= WORTH_TELLING);
}

/** What a run has shown at a target, and where it stands. */
export interface AtTarget {
  assessment: Assessment;
  allowances: Allowances;
  evidence: Pick<Evidence, 'classes' | 'snapshotIterations'>;
  /** How long the last interval between two snapshots took. */
  lastIntervalMs: number;
  /** Whether what goes on growing is judged now, or after one more doubling. */
  isLast: boolean;
}

/**
 * How long to wait for what has risen to go by itself, milliseconds; 0 when nothing has risen, or when it is too old to be in
 * flight. What is unsure may have been born in the last interval and is waited for at once. What goes on growing is waited
 * for before it is judged: where an interval has left as many objects as the one before, those of the one before are as old
 * as the last interval took, and bytes that no class explains may be of any age. A class of which some have gone in a wait
 * is waited for each time.
 */
export function flightTime({ assessment, allowances, evidence, lastIntervalMs, isLast }: AtTarget): number {
  const { classes, snapshotIterations } = evidence;
  const rising = judgedClasses(assessment, allowances).filter(isRising);
  const metrics = judged(assessment, allowances)
    .filter(({ threshold }) => !NOT_IN_FLIGHT.test(threshold))
    .map(({ growth }) => growth)
    .filter(isRising);
  if ([...rising, ...metrics].some(({ state }) => state === 'unsure')) return IN_FLIGHT_MS;
  if (rising.length + metrics.length === 0) {
    const hiding = allowances.objects !== undefined && classes.some((each) => mayHide(each, snapshotIterations));
    return hiding ? IN_FLIGHT_MS : 0;
  }
  const names = new Set(rising.map(({ name }) => name));
  const series = classes.filter(({ name }) => names.has(name));
  if (series.some(hasGone)) return IN_FLIGHT_MS;
  if (!isLast) return 0;
  const aged = series.every((each) => isAged(each, snapshotIterations));
  return rising.length > 0 && aged ? Math.max(0, IN_FLIGHT_MS - lastIntervalMs) : IN_FLIGHT_MS;
}
