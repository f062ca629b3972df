import Table from 'cli-table3';
import { cameToVerdict } from '../compare/came-to-verdict.ts';
import type { Comparison, Judgement } from '../compare/comparison.ts';
import { shown } from '../verdict/shown.ts';
import type { Colors } from './colors.ts';
import { comparisonLines } from './comparison-cells.ts';

function paint(change: Judgement['change'] | null, colors: Colors): (text: string) => string {
  if (change === 'worse' || change === 'not comparable') return colors.red;
  return change === 'better' ? colors.green : (text) => text;
}

/** A comparison for the terminal: a table with one column per version, the broken rules, and the outcome last. */
export function renderComparison(comparison: Comparison, colors: Colors): string {
  const { columns, broken, summary, scenario } = comparison;
  const [name] = columns.flatMap((column) => column.package?.name ?? []);
  const table = new Table({
    head: [name ?? '', ...columns.map(({ label }) => label)].map(shown),
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...columns.map(() => 'right' as const)],
  });
  for (const { title, cells } of comparisonLines(comparison)) {
    table.push([title, ...cells.map(({ lines, change }) => lines.map(paint(change, colors)).join('\n'))]);
  }
  const rules = broken.map(({ rule, message }) => `${colors.red('FAIL')} ${shown(`${rule}: ${message}`)}`);
  const unsure = columns.filter((column) => !cameToVerdict(column));
  const reasons = unsure.map(({ label, reason }) => shown(`${label}: ${reason}`));
  return [shown(scenario), table.toString(), ...reasons, ...rules, shown(summary)].join('\n');
}
