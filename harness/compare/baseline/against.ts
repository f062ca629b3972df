import type { RunResult } from '../../run/result.ts';
import type { Failure } from '../../verdict/types.ts';
import { cameToVerdict } from '../came-to-verdict.ts';
import type { Figure, Judgement } from '../comparison.ts';
import { figureOf } from '../figure.ts';
import { judgeFigure } from '../judge-figure.ts';
import { metricsOf } from '../metrics.ts';
import type { BaselineEntry } from './baseline.ts';

const NONE: Figure = { value: 0, low: 0, high: 0 };

interface Judged extends Judgement {
  metric: string;
  first: number;
  last: number;
}

function judgedMetrics(run: RunResult, { growth }: BaselineEntry): Judged[] {
  return metricsOf([run]).flatMap((metric) => {
    const last = figureOf(metric, [run]);
    if (!metric.decides || last === null) return [];
    const first = growth[metric.name] ?? NONE;
    return [
      {
        metric: metric.name,
        first: first.value,
        last: last.value,
        ...judgeFigure(metric, first, last, { noise: metric.noise(1), floor: metric.floor(run) }),
      },
    ];
  });
}

/** Whether a run came to numbers that can be held against others. */
export function isMeasured(run: Pick<RunResult, 'verdict' | 'mode'>): boolean {
  return run.mode === 'exact' && cameToVerdict(run);
}

function told(judged: readonly Judged[]): string {
  return judged.map(({ metric, reason }) => `${metric} ${reason}`).join(', ');
}

/** A run with its change since the baseline; one that grows more than it did fails, be it within the thresholds or known. */
export function heldAgainst(run: RunResult, entry: BaselineEntry): RunResult {
  if (!isMeasured(run)) return run;
  const all = judgedMetrics(run, entry);
  const worse = all.filter(({ change }) => change === 'worse');
  const better = all.filter(({ change }) => change === 'better');
  if (worse.length === 0) {
    const baseline =
      better.length === 0
        ? { change: 'within noise' as const, reason: 'as in the baseline' }
        : { change: 'better' as const, reason: told(better) };
    return { ...run, baseline };
  }
  const failures = worse.map(
    ({ metric, first, last, reason }): Failure => ({
      threshold: `baseline.${metric}`,
      limit: first,
      actual: last,
      message: `${metric} went ${reason} since the baseline`,
    }),
  );
  const reason = told(worse);
  return {
    ...run,
    passed: false,
    reason: `Worse than the baseline: ${reason}. ${run.reason}`,
    failures: [...run.failures, ...failures],
    baseline: { change: 'worse', reason },
  };
}
