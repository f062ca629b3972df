import type { RunResult } from '../run/result.ts';
import { cameToVerdict } from './came-to-verdict.ts';
import { classRows } from './class-rows.ts';
import type { Comparison, ComparisonColumn } from './comparison.ts';
import { judgeColumn, reasonOf, verdictOf } from './judge-column.ts';
import { labelsOf } from './labels.ts';
import { metricRows } from './metric-rows.ts';
import { brokenRules, type Rule } from './rules.ts';

/** One version on one Node, measured. */
export interface ComparedColumn {
  /** The version as it was asked for; null for code of the scenario's own. */
  written: string | null;
  /** At least one; all of one scenario. */
  rounds: readonly [RunResult, ...RunResult[]];
}

/** What a comparison is made of. */
export interface Compared {
  /** At least one. */
  columns: readonly ComparedColumn[];
  rules: readonly Rule[];
  /** Why runs are missing; null when all were made. */
  incomplete: string | null;
  /** Of the scenario, relative to the folder the comparison was started in. */
  file: string;
  startedAt: Date;
  wallMs: number;
}

function lastGauges({ samples }: RunResult): Record<string, number> {
  return samples.findLast(({ phase }) => phase.startsWith('segment'))?.gauges ?? {};
}

/** Puts the runs of one scenario side by side and judges each column, and the last by the rules, against the first. */
export function compare({ columns, rules, incomplete, file, startedAt, wallMs }: Compared): Comparison {
  const rounds = columns.map((column) => column.rounds);
  const metrics = metricRows(rounds);
  const classes = classRows(rounds);
  const labels = labelsOf(columns.map(({ written, rounds: [run] }) => ({ ...run, written })));
  const verdicts = rounds.map(verdictOf);
  const judged = columns.map(
    ({ written, rounds: [run, ...more] }, i): ComparisonColumn => ({
      label: labels[i] as string,
      written,
      package: run.package,
      node: run.node,
      verdict: verdicts[i] as ComparisonColumn['verdict'],
      reason: reasonOf([run, ...more]),
      gauges: lastGauges(run),
      againstFirst: i === 0 ? null : judgeColumn(verdicts, labels, metrics, i),
      rounds: [run, ...more],
    }),
  );
  const overall = judged.at(-1)?.againstFirst ?? { change: 'not comparable', reason: 'there is only one column' };
  const broken = incomplete === null ? brokenRules(rules, { metrics, classes, overall }) : [];
  return {
    schema: 1,
    scenario: columns[0]?.rounds[0].scenario ?? '',
    file,
    platform: `${process.platform}-${process.arch}`,
    startedAt: startedAt.toISOString(),
    wallMs,
    columns: judged,
    metrics,
    classes,
    failOn: rules.map(({ written }) => written),
    broken,
    passed: incomplete === null && broken.length === 0 && judged.every(cameToVerdict),
    incomplete,
    summary: incomplete === null ? `${overall.reason}.` : `Not completed: ${incomplete}`,
  };
}

/** 3 when a run is missing or came to no verdict, 1 when a rule is broken, 0 otherwise. */
export function exitCodeOf({ columns, incomplete, passed }: Comparison): 0 | 1 | 3 {
  if (incomplete !== null || !columns.every(cameToVerdict)) return 3;
  return passed ? 0 : 1;
}
