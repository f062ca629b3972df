import { formatBytes, formatCount } from '../verdict/format.ts';
import type { Figure, Judgement, Unit } from './comparison.ts';
import type { Metric } from './metrics.ts';

/** A figure for people, with its unit. */
export function formatFigure(value: number, unit: Unit): string {
  switch (unit) {
    case 'bytes/iteration':
      return `${formatBytes(value)}/iteration`;
    case 'pieces/iteration':
      return `${formatCount(value)}/iteration`;
    case 'iterations/second':
      return `${formatCount(value)} iterations/s`;
  }
}

/**
 * Whether a metric of a later version is worse, better, or the same within noise: its interval has to lie beyond that of the
 * first by more than `floor` (in the metric's unit) and by more than the part `noise` of the greater one, which is what
 * two runs of one version differ by.
 */
export function judgeFigure(
  { unit, better }: Pick<Metric, 'unit' | 'better'>,
  first: Figure,
  last: Figure,
  { noise, floor }: { noise: number; floor: number },
): Judgement {
  const margin = Math.max(floor, noise * Math.max(Math.abs(first.value), Math.abs(last.value)));
  const from = formatFigure(first.value, unit);
  const to = formatFigure(last.value, unit);
  if (last.low > first.high + margin) {
    return { change: better === 'less' ? 'worse' : 'better', reason: `from ${from} to ${to}` };
  }
  if (last.high < first.low - margin) {
    return { change: better === 'less' ? 'better' : 'worse', reason: `from ${from} to ${to}` };
  }
  const reason = from === to ? `${from} in both` : `${from} and ${to}: no more apart than two runs of one version`;
  return { change: 'within noise', reason };
}

/** How many times as much a figure is; null where the first is nothing to be relative to. */
export function ratioOf(first: Figure, last: Figure, floor: number): number | null {
  return Math.abs(first.value) <= floor || first.value === 0 ? null : last.value / first.value;
}
