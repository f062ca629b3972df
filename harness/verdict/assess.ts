import { hasFilled, judgeBytes, staysToNextStart, totalOf } from './bytes.ts';
import { type ClassGrowth, judgeClass } from './classes.ts';
import { judgeCounts } from './counts.ts';
import { BYTE_METRICS, type ByteMetric, type Evidence, type Reading } from './evidence.ts';
import type { Allowances, Growth, Segment } from './types.ts';

export { BYTE_METRICS, type Evidence, type Reading } from './evidence.ts';
export { wantsMore } from './wants-more.ts';

/** What each metric did. */
export interface Assessment {
  bytes: Record<ByteMetric, Growth>;
  counts: { processes: Growth; fds: Growth };
  handles: Record<string, Growth>;
  gauges: Record<string, Growth>;
  /** Classes that are not flat. */
  classes: ClassGrowth[];
}

/** What may be left of growth that has drained, as a part of it: the drain itself leaves tables behind (measured: 0.2 %). */
const LEFT_BY_A_DRAIN = 0.1;

function series(segments: readonly Reading[][], read: (reading: Reading) => number): Segment[] {
  return segments.map((readings) => ({
    iterations: readings.map((reading) => reading.iteration),
    values: readings.map(read),
  }));
}

function rising({ state }: Growth): boolean {
  return state === 'growing' || state === 'slowing' || state === 'unsure';
}

function assessBytes(evidence: Evidence, metric: ByteMetric, allowed: number): Growth {
  const segments = series(evidence.segments, (reading) => reading[metric]);
  const growth = judgeBytes(segments, allowed);
  if (growth.state === 'stopped' && !hasFilled(segments)) return { ...growth, state: 'flat' };
  if (!rising(growth)) return growth;
  if (evidence.drained === null) return staysToNextStart(segments) ? growth : { ...growth, state: 'flat' };
  const emptied = segments.slice(-evidence.drained.segments);
  const grown = totalOf(emptied);
  const left = evidence.drained.reading[metric] - (emptied.at(-1)?.values.at(-1) ?? 0) + grown;
  return left <= LEFT_BY_A_DRAIN * grown ? { ...growth, total: left, state: 'drained' } : growth;
}

function assessCounts(evidence: Evidence, read: (reading: Reading) => number, allowed: number): Growth {
  const segments = series(evidence.segments, read);
  const growth = judgeCounts(segments, allowed);
  if (evidence.drained === null || !rising(growth)) return growth;
  const left = read(evidence.drained.reading) - (segments.at(-evidence.drained.segments)?.values[0] ?? 0);
  return left <= 0 ? { ...growth, total: left, state: 'drained' } : growth;
}

/** Judges every metric by itself. What has no allowance is judged against none, so that it can be reported. */
export function assess(evidence: Evidence, allowances: Allowances): Assessment {
  const readings = evidence.segments.flat();
  const types = new Set(readings.flatMap((reading) => Object.keys(reading.handles)));
  const gauges = new Set(readings.flatMap((reading) => Object.keys(reading.gauges)));
  const byName = (names: Set<string>, judge: (name: string) => Growth) =>
    Object.fromEntries([...names].sort().map((name) => [name, judge(name)]));
  const bytes = Object.fromEntries(
    BYTE_METRICS.map((metric) => [metric, assessBytes(evidence, metric, allowances[metric]?.perIteration ?? 0)]),
  ) as Record<ByteMetric, Growth>;
  return {
    bytes,
    counts: {
      processes: assessCounts(evidence, (reading) => reading.processes, allowances.processes?.perIteration ?? 0),
      fds: assessCounts(evidence, (reading) => reading.fds, allowances.fds?.perIteration ?? 0),
    },
    handles: byName(types, (type) =>
      assessCounts(evidence, (reading) => reading.handles[type] ?? 0, allowances.handles?.perIteration ?? 0),
    ),
    gauges: byName(gauges, (name) =>
      assessCounts(evidence, (reading) => reading.gauges[name] ?? 0, allowances.gauges[name]?.perIteration ?? 0),
    ),
    classes: evidence.classes
      .map((each) => judgeClass(each, evidence.snapshotIterations))
      .filter((growth) => growth.state !== 'flat'),
  };
}
