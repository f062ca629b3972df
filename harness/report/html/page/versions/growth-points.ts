import type { RunResult } from '../../../../run/result.ts';
import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import type { Scenario } from './scenarios.ts';

/** What versions may be put beside each other by. */
export interface GrowthMetric {
  title: string;
  read(growth: RunResult['growth']): { value: number; low: number; high: number };
  format(value: number): string;
  /** The span that is shown even when nothing grows, so that noise does not fill the chart. */
  leastSpan: number;
}

const exactly = (value: number) => ({ value, low: value, high: value });

/** What the versions of a scenario are charted by. */
export const GROWTH_METRICS: readonly GrowthMetric[] = [
  {
    title: 'Heap per iteration',
    read: ({ heapBytes, heapBytesLow, heapBytesHigh }) => ({
      value: heapBytes,
      low: heapBytesLow,
      high: heapBytesHigh,
    }),
    format: formatBytes,
    leastSpan: 64,
  },
  { title: 'Objects per iteration', read: ({ objects }) => exactly(objects), format: formatCount, leastSpan: 1 },
];

/** One version in a chart of growth; the heights are from 0, the bottom of the chart, to 1, its top. */
export interface GrowthPoint {
  label: string;
  value: number;
  height: number;
  low: number;
  high: number;
}

/** The growth of each version of a scenario, in the order they were run, and the values at the bottom and the top. */
export function growthPoints<Run extends RunResult>({ columns }: Scenario<Run>, metric: GrowthMetric) {
  const figures = columns.map(({ label, runs: [first] }) => ({
    label,
    ...metric.read((first as { run: Run }).run.growth),
  }));
  const bottom = Math.min(0, ...figures.map(({ low }) => low));
  const top = Math.max(bottom + metric.leastSpan, ...figures.map(({ high }) => high));
  const at = (value: number) => (value - bottom) / (top - bottom);
  const points = figures.map(
    ({ label, value, low, high }): GrowthPoint => ({
      label,
      value,
      height: at(value),
      low: at(low),
      high: at(high),
    }),
  );
  return { points, bottom, top };
}
