import type { RunResult } from '../../../harness/run/result.ts';
import type { GaugeExpectation } from './claim.ts';

/** The values of a gauge over the measured iterations, teardown left out. */
function valuesOf({ samples }: RunResult, name: string): number[] {
  return samples.flatMap(({ iteration, gauges }) => (iteration >= 0 && name in gauges ? [gauges[name] as number] : []));
}

/** Whether a gauge of a run shows what is expected of it. */
export function gaugeShows(run: RunResult, name: string, expected: GaugeExpectation): boolean {
  const values = valuesOf(run, name);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (expected === 'grows') return last > first;
  if (expected === 'steady') return last === first;
  return 'atLeast' in expected ? last >= expected.atLeast : last <= expected.atMost;
}

/** How a gauge went, in a few words. */
export function gaugePhrase(run: RunResult, name: string): string {
  const values = valuesOf(run, name);
  const [first, last] = [values[0], values.at(-1)].map((value) => Number(value?.toFixed(1)).toLocaleString('en'));
  return first === last ? `${name} ${last} throughout` : `${name} from ${first} to ${last}`;
}
