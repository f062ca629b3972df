import type { RunResult } from '../../run/result.ts';
import type { Figure } from '../comparison.ts';
import { figureOf } from '../figure.ts';
import { metricsOf } from '../metrics.ts';
import type { BaselineEntry } from './baseline.ts';

/** Two decimals: a piece per hundred iterations. */
function rounded({ value, low, high }: Figure): Figure {
  const round = (number: number) => Math.round(number * 100) / 100;
  return { value: round(value), low: round(low), high: round(high) };
}

/** What a baseline keeps of a run: the growth that is beyond noise, of the metrics that decide. */
export function entryOf(run: RunResult): BaselineEntry {
  const grown = metricsOf([run]).flatMap((metric) => {
    const figure = figureOf(metric, [run]);
    if (!metric.decides || figure === null || figure.low <= metric.floor(run)) return [];
    return [[metric.name, rounded(figure)] as const];
  });
  return { file: run.file, verdict: run.verdict, growth: Object.fromEntries(grown) };
}
