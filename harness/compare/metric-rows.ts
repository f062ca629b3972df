import type { RunResult } from '../run/result.ts';
import type { Figure, Judgement, MetricRow } from './comparison.ts';
import { figureOf } from './figure.ts';
import { judgeFigure, ratioOf } from './judge-figure.ts';
import { type Metric, metricsOf } from './metrics.ts';

type Margin = Parameters<typeof judgeFigure>[3];

function against(metric: Metric, first: Figure | null, figure: Figure | null, margin: Margin): Judgement {
  if (first !== null && figure !== null) return judgeFigure(metric, first, figure, margin);
  return { change: 'not comparable', reason: 'one of the two was not measured' };
}

/** All metrics of a comparison; `columns` holds the rounds of each. */
export function metricRows(columns: readonly (readonly RunResult[])[]): MetricRow[] {
  const runs = columns.flat();
  return metricsOf(runs).map((metric) => {
    const floor = Math.max(...runs.map((run) => metric.floor(run)));
    const noise = metric.noise(Math.min(...columns.map(({ length }) => length)));
    const figures = columns.map((rounds) => figureOf(metric, rounds));
    const first = figures[0] ?? null;
    return {
      metric: metric.name,
      unit: metric.unit,
      decides: metric.decides,
      figures,
      ratios: figures.map((figure) => (first === null || figure === null ? null : ratioOf(first, figure, floor))),
      changes: figures.map((figure, i) => (i === 0 ? null : against(metric, first, figure, { noise, floor }))),
    };
  });
}
