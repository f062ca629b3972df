import { judgeBytes, totalOf } from './bytes.ts';
import { type ClassGrowth, type ClassSeries, judgeClass } from './classes.ts';
import { judgeCounts } from './counts.ts';
import type { Allowances, Growth, Segment } from './types.ts';

/** The metrics that are bytes, in the order they are reported. */
export const BYTE_METRICS = ['heap', 'external', 'arrayBuffers', 'rss'] as const;
export type ByteMetric = (typeof BYTE_METRICS)[number];

/** The metrics that are counts, handles and gauges by their names beside them. */
export interface Counted {
  processes: number;
  fds: number;
  handles: Record<string, number>;
  gauges: Record<string, number>;
}

/** One settled reading. */
export type Reading = Record<ByteMetric, number> & Counted & { iteration: number };

/** Everything measured so far that growth is judged by. */
export interface Evidence {
  /** Readings between two snapshots. */
  segments: Reading[][];
  /** The reading after the last drain, when there was one, and how many of the last segments it emptied. */
  drained: { reading: Reading; segments: number } | null;
  classes: ClassSeries[];
  /** Iterations done at each snapshot. */
  snapshotIterations: number[];
}

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
  if (evidence.drained === null || !rising(growth)) return growth;
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

/** The growths that thresholds judge, with the name of their threshold. */
export function judged(assessment: Assessment, allowances: Allowances): { threshold: string; growth: Growth }[] {
  const named = [
    ...BYTE_METRICS.map((metric) => ({
      limit: allowances[metric],
      threshold: metric,
      growth: assessment.bytes[metric],
    })),
    { limit: allowances.processes, threshold: 'processes', growth: assessment.counts.processes },
    { limit: allowances.fds, threshold: 'fds', growth: assessment.counts.fds },
    ...Object.entries(assessment.handles).map(([type, growth]) => ({
      limit: allowances.handles,
      threshold: `handles.${type}`,
      growth,
    })),
    ...Object.entries(assessment.gauges).map(([name, growth]) => ({
      limit: allowances.gauges[name],
      threshold: `gauges.${name}`,
      growth,
    })),
  ];
  return named.filter(({ limit }) => limit !== undefined).map(({ threshold, growth }) => ({ threshold, growth }));
}

/** Whole intervals of the census and the bytes that a leak has to show itself in before it is called one. */
const INTERVALS_TO_CONFIRM = 3;

/**
 * Whether a longer run could change the answer: something looks like growth and chance is not excluded, or something grows
 * and it has not been seen yet that it goes on when the run is doubled.
 */
export function wantsMore(assessment: Assessment, allowances: Allowances, segments: number): boolean {
  const states = [
    ...judged(assessment, allowances).map(({ growth }) => growth.state),
    ...(allowances.objects === undefined ? [] : assessment.classes.map((growth) => growth.state)),
  ];
  if (states.some((state) => state === 'unsure' || state === 'slowing')) return true;
  return segments < INTERVALS_TO_CONFIRM && states.includes('growing');
}
