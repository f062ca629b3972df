import type { Comparison } from '../compare/comparison.ts';
import { comparisonLines, keptNew } from './comparison-cells.ts';

const MARKS = { better: '🟢', worse: '🔴', 'not comparable': '⚪' } as const;

/** Text that is shown as it is in a cell of a table. */
function escaped(text: string): string {
  return text.replace(/[\\|*_`<>[\]]/g, '\\$&');
}

/** A comparison for a pull request: the outcome, a table with one column per version, and what keeps the new classes. */
export function renderMarkdown(comparison: Comparison): string {
  const { scenario, columns, broken, summary, passed } = comparison;
  const name = columns.flatMap((column) => column.package?.name ?? [])[0];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = comparisonLines(comparison).map(({ title, cells }) => {
    const told = cells.map(({ lines: each, change }) => {
      const mark = change === null || change === 'within noise' ? '' : `${MARKS[change]} `;
      return `${mark}${each.map(escaped).join('<br>')}`;
    });
    return row([escaped(title), ...told]);
  });
  const kept = keptNew(comparison).map(({ name: each, path }) => `- new: \`${each}\`, kept by \`${path}\``);
  const parts = [
    `### ${passed ? '✅' : '❌'} ${escaped(scenario)}`,
    escaped(summary),
    ...(broken.length > 0 ? [broken.map(({ rule, message }) => `- \`${rule}\`: ${escaped(message)}`).join('\n')] : []),
    [row([name ?? '', ...columns.map(({ label }) => label)]), row(['---', ...columns.map(() => '--:')]), ...lines].join(
      '\n',
    ),
    ...(kept.length > 0 ? [kept.join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
