import type { RunResult } from '../run/result.ts';
import type { Verdict } from '../verdict/types.ts';
import type { Figure } from './comparison.ts';
import type { Metric } from './metrics.ts';

/** What grew under these verdicts has stopped or gone by itself: its rate says how much was filled, not what is lost. */
const PASSES_BY_ITSELF: ReadonlySet<Verdict> = new Set(['saturating', 'draining']);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

/**
 * A metric over the rounds of one column: the median of their values and the interval that spans all of theirs. It reaches
 * down to 0 where the growth is not for good. Null when no round got far enough to be measured.
 */
export function figureOf(metric: Metric, rounds: readonly RunResult[]): Figure | null {
  const measured = rounds.filter(({ verdict }) => verdict !== 'crashed');
  if (measured.length === 0) return null;
  const figures = measured.map((run) => metric.read(run));
  const passing = metric.better === 'less' && measured.some(({ verdict }) => PASSES_BY_ITSELF.has(verdict));
  const low = Math.min(...figures.map((figure) => figure.low));
  return {
    value: median(figures.map(({ value }) => value)),
    low: passing ? Math.min(0, low) : low,
    high: Math.max(...figures.map((figure) => figure.high)),
  };
}
