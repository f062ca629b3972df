import type { RunResult } from '../run/result.ts';
import { classRows } from './class-rows.ts';
import type { Comparison, ComparisonColumn } from './comparison.ts';
import { judgeColumn, verdictOf } from './judge-column.ts';
import { labelsOf } from './labels.ts';
import { metricRows } from './metric-rows.ts';
import { brokenRules, type Rule } from './rules.ts';

/** What a comparison is made of. */
export interface Compared {
  /** The rounds of each column, at least one; all of one scenario. */
  columns: readonly (readonly [RunResult, ...RunResult[]])[];
  rules: readonly Rule[];
  /** Of the scenario, relative to the folder the comparison was started in. */
  file: string;
  startedAt: Date;
  wallMs: number;
}

function lastGauges({ samples }: RunResult): Record<string, number> {
  return samples.findLast(({ phase }) => phase.startsWith('segment'))?.gauges ?? {};
}

/** Puts the runs of one scenario side by side and judges each column, and the last by the rules, against the first. */
export function compare({ columns, rules, file, startedAt, wallMs }: Compared): Comparison {
  const metrics = metricRows(columns);
  const classes = classRows(columns);
  const labels = labelsOf(columns.map(([run]) => run));
  const verdicts = columns.map(verdictOf);
  const judged = columns.map(
    ([run, ...more], i): ComparisonColumn => ({
      label: labels[i] as string,
      package: run.package,
      node: run.node,
      verdict: verdicts[i] as ComparisonColumn['verdict'],
      reason: run.reason,
      gauges: lastGauges(run),
      againstFirst: i === 0 ? null : judgeColumn(verdicts, labels, metrics, i),
      rounds: [run, ...more],
    }),
  );
  const overall = judged.at(-1)?.againstFirst ?? { change: 'not comparable', reason: 'there is only one column' };
  const broken = brokenRules(rules, { metrics, classes, overall });
  return {
    schema: 1,
    scenario: columns[0]?.[0].scenario ?? '',
    file,
    platform: `${process.platform}-${process.arch}`,
    startedAt: startedAt.toISOString(),
    wallMs,
    columns: judged,
    metrics,
    classes,
    failOn: rules.map(({ written }) => written),
    broken,
    passed: broken.length === 0 && overall.change !== 'not comparable',
    summary: `${overall.reason}.`,
  };
}

/** 0 when no rule is broken, 3 when a run could not be completed, 1 otherwise. */
export function exitCodeOf({ columns, passed }: Comparison): 0 | 1 | 3 {
  if (columns.some(({ verdict }) => verdict === 'crashed')) return 3;
  return passed ? 0 : 1;
}
