import type { Comparison } from '../compare/comparison.ts';
import { shown } from '../verdict/shown.ts';
import { type ComparisonLine, comparisonLines, keptNew } from './comparison-cells.ts';

/** A comparison as the page of its report shows it: the same lines as in the terminal. */
export interface PageComparison {
  summary: string;
  passed: boolean;
  /** A sentence for each broken rule. */
  broken: string[];
  /** One per column. */
  labels: string[];
  lines: ComparisonLine[];
  /** What keeps the classes that are new, a sentence each. */
  kept: string[];
}

/** Makes of a comparison what its page shows. */
export function pageComparison(comparison: Comparison): PageComparison {
  const { summary, passed, broken, columns } = comparison;
  return {
    summary: shown(summary),
    passed,
    broken: broken.map(({ rule, message }) => shown(`${rule}: ${message}`)),
    labels: columns.map(({ label }) => shown(label)),
    lines: comparisonLines(comparison),
    kept: keptNew(comparison).map(({ name, path }) => `${name}, kept by ${path}`),
  };
}
