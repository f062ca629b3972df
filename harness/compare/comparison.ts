/** Versions side by side, as other tools read it: fields are added, never renamed. */
import type { RunResult } from '../run/result.ts';
import type { Verdict } from '../verdict/types.ts';

/** How one column stands to the first; `not comparable` when either did not come to a verdict. */
export type Change = 'better' | 'worse' | 'within noise' | 'not comparable';

/** A change with the sentence that explains it. */
export interface Judgement {
  change: Change;
  reason: string;
}

/** A number and the interval it lies in, over all rounds of a column. */
export interface Figure {
  value: number;
  low: number;
  high: number;
}

/** What is measured per iteration, but for the speed. */
export type Unit = 'bytes/iteration' | 'pieces/iteration' | 'iterations/second';

/** One metric over all columns; each array has one element per column. */
export interface MetricRow {
  /**
   * `heap`, `external`, `arrayBuffers`, `rss`, `objects`, `handles`, `processes`, `fds`, `afterTeardown`,
   * `afterTeardownObjects`, `afterTeardownHandles`, `speed`, or `gauge <name>`.
   */
  metric: string;
  unit: Unit;
  /** Whether a worse figure makes the column worse; the others are shown only. */
  decides: boolean;
  /** Null where the subject did not get that far. */
  figures: (Figure | null)[];
  /** Relative to the first column; null where that one has nothing to be relative to. */
  ratios: (number | null)[];
  /** Against the first column; null for the first itself. */
  changes: (Judgement | null)[];
}

/** How the growth of a class in the last column stands to the first; `in between` when it grows in neither of the two. */
export type ClassChange = 'new' | 'gone' | 'grown' | 'shrunk' | 'same' | 'in between';

/** One class that grows in at least one column; each array has one element per column, 0 where it does not grow. */
export interface ClassRow {
  name: string;
  /** The package it is defined in, where that is known. */
  package: string | null;
  definedAt: string | null;
  perIteration: number[];
  /** Bytes it alone keeps alive, per iteration. */
  retainedBytes: number[];
  change: ClassChange;
  /** What keeps it, in the last column in which it grows. */
  retainerPath: string[];
}

/** One version on one Node. */
export interface ComparisonColumn {
  /** What to print above it: the version, the Node version, or both, whatever differs between the columns. */
  label: string;
  /** The version as it was asked for: `^7`, `.@main`, a folder; null for code of the scenario's own. */
  written: string | null;
  package: { name: string; version: string } | null;
  node: string;
  /** The verdict that all rounds agree on; `inconclusive` when they do not. */
  verdict: Verdict;
  /** One sentence. */
  reason: string;
  /** Value of each gauge at the end of the measured iterations, in the first round. */
  gauges: Record<string, number>;
  /** Against the first column; null for the first itself. */
  againstFirst: Judgement | null;
  /** Each a run in a fresh process. */
  rounds: RunResult[];
}

/** A broken rule of `--fail-on`. */
export interface BrokenRule {
  rule: string;
  message: string;
}

export interface Comparison {
  schema: 1;
  scenario: string;
  /** Relative to the folder the comparison was started in. */
  file: string;
  platform: string;
  startedAt: string;
  wallMs: number;
  columns: ComparisonColumn[];
  metrics: MetricRow[];
  /** The classes that grow most in the last column first. */
  classes: ClassRow[];
  /** The rules the comparison was made under: those of `--fail-on`, or `worse`. */
  failOn: string[];
  broken: BrokenRule[];
  /** Whether no rule is broken, every column came to a verdict, and no run is missing. */
  passed: boolean;
  /** Why runs are missing; null when all were made. Columns without any run are left out. */
  incomplete: string | null;
  /** The last column against the first, in one sentence; without all of the runs, why. */
  summary: string;
}
