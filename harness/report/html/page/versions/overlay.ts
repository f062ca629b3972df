import type { Sample } from '../../../../run/result.ts';
import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import { risen } from '../../data/measured-heap.ts';
import type { PageRun } from '../../data/report-data.ts';
import type { ChartContent } from '../chart/metric-chart.ts';
import type { Scenario } from './scenarios.ts';

/** What versions may be laid over each other by. */
export interface OverlayMetric {
  title: string;
  read(sample: Sample): number;
  format(value: number): string;
  leastSpan: number;
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

export const OVERLAY_METRICS: readonly OverlayMetric[] = [
  { title: 'Heap', read: (sample) => sample.heapBytes, format: formatBytes, leastSpan: 2000 },
  { title: 'External memory', read: (sample) => sample.externalBytes, format: formatBytes, leastSpan: 2000 },
  { title: 'Resident memory', read: (sample) => sample.rssBytes, format: formatBytes, leastSpan: 100_000 },
  {
    title: 'Memory of child processes',
    read: (sample) => sample.processesRssBytes,
    format: formatBytes,
    leastSpan: 100_000,
  },
  { title: 'Handles and timers', read: (sample) => total(sample.handles), format: formatCount, leastSpan: 4 },
  { title: 'Descriptors', read: (sample) => sample.fds, format: formatCount, leastSpan: 4 },
];

const COLORS = 8;
const DASHES = [[], [8, 4], [2, 3]];

/** What each version has risen by since its baseline, one line a version. */
export function overlayChart({ columns }: Scenario<PageRun>, metric: OverlayMetric): ChartContent {
  const rises = columns.map(({ label, runs: [{ run }] }) => ({
    label,
    points: new Map(risen(run.samples, metric.read).map(({ iteration, value }) => [iteration, value])),
  }));
  const xs = [...new Set(rises.flatMap(({ points }) => [...points.keys()]))].sort((a, b) => a - b);
  const ends = rises.map(({ label, points }) => `${label} ${metric.format([...points.values()].at(-1) ?? 0)}`);
  return {
    title: `${metric.title} since the baseline`,
    summary: `${metric.title} since the baseline at the end: ${ends.join(', ')}.`,
    xs,
    lines: rises.map(({ label, points }, i) => ({
      label,
      color: `line-${(i % COLORS) + 1}`,
      dash: DASHES[Math.floor(i / COLORS) % DASHES.length],
      values: xs.map((x) => points.get(x) ?? null),
    })),
    format: metric.format,
    leastSpan: metric.leastSpan,
    height: 360,
  };
}
