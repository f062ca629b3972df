import type { Comparison } from '../compare/comparison.ts';
import { comparisonLines, keptNew } from './comparison-cells.ts';
import { code, plain } from './markdown-text.ts';

const MARKS = { better: '🟢', worse: '🔴', 'not comparable': '⚪' } as const;

/** A comparison for a pull request: the outcome, a table with one column per version, and what keeps the new classes. */
export function renderMarkdown(comparison: Comparison): string {
  const { scenario, columns, broken, summary, passed } = comparison;
  const name = columns.flatMap((column) => column.package?.name ?? [])[0];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = comparisonLines(comparison).map(({ title, cells }) => {
    const told = cells.map(({ lines: each, change }) => {
      const mark = change === null || change === 'within noise' ? '' : `${MARKS[change]} `;
      return `${mark}${each.map(plain).join('<br>')}`;
    });
    return row([plain(title), ...told]);
  });
  const kept = keptNew(comparison).map(({ name: each, path }) => `- new: ${code(each)}, kept by ${code(path)}`);
  const parts = [
    `### ${passed ? '✅' : '❌'} ${plain(scenario)}`,
    plain(summary),
    ...(broken.length > 0 ? [broken.map(({ rule, message }) => `- ${code(rule)}: ${plain(message)}`).join('\n')] : []),
    [
      row([name ?? '', ...columns.map(({ label }) => label)].map(plain)),
      row(['---', ...columns.map(() => '--:')]),
      ...lines,
    ].join('\n'),
    ...(kept.length > 0 ? [kept.join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
