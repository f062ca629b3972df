import type { RunResult } from '../../../../run/result.ts';
import { formatBytes, formatCount } from '../../../../verdict/format.ts';

/** What a heat map may show. */
export interface HeatMetric {
  title: string;
  read(run: RunResult): number;
  format(value: number): string;
  /** The value that is shown hottest. */
  hottest: number;
}

export const HEAT_METRICS: readonly HeatMetric[] = [
  { title: 'heap/iteration', read: ({ growth }) => growth.heapBytes, format: formatBytes, hottest: 1e5 },
  { title: 'objects/iteration', read: ({ growth }) => growth.objects, format: formatCount, hottest: 1e3 },
  { title: 'after teardown', read: ({ afterTeardown }) => afterTeardown.heapBytes, format: formatBytes, hottest: 1e7 },
];

/** From 0 for no growth to 1 for the hottest and beyond, by the logarithm: leaks differ by orders of magnitude. */
export function heatOf(value: number, hottest: number): number {
  if (value <= 0) return 0;
  return Math.min(1, Math.log1p(value) / Math.log1p(hottest));
}
