import type { ComparisonCell } from '../../../comparison-cells.ts';
import type { PageComparison } from '../../../comparison-page.ts';
import { h } from '../dom.ts';
import { ScrollBox } from '../scroll-box.ts';

function cell({ lines, change }: ComparisonCell, label: string): HTMLElement {
  const judged = change === null ? '' : ` change-${change.replaceAll(' ', '-')}`;
  // A narrow page shows the name of its column in each cell.
  return h('td', { class: `number${judged}`, 'data-column': label }, lines.join('\n'));
}

function list(title: string, items: readonly string[]): HTMLElement | null {
  if (items.length === 0) return null;
  return h('div', {}, h('p', {}, title), h('ul', {}, ...items.map((item) => h('li', {}, item))));
}

/** A comparison: how the last version stands to the first, the broken rules, and a table with one column a version. */
export function comparisonTable({ summary, passed, broken, labels, lines, kept }: PageComparison): HTMLElement {
  const head = ['', ...labels].map((label, i) =>
    i === 0 ? h('td') : h('th', { scope: 'col', class: 'number' }, label),
  );
  const rows = lines.map(({ title, cells }) => {
    const figures = cells.map((each, i) => cell(each, labels[i] as string));
    return h('tr', {}, h('th', { scope: 'row' }, title), ...figures);
  });
  const table = h('table', { class: 'runs' }, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...rows));
  const mark = h('span', { class: `badge ${passed ? 'passed' : 'failed'}` }, passed ? '✓ passed' : '✗ failed');
  return h(
    'section',
    { class: 'comparison' },
    h('h2', {}, 'Against the first version'),
    h('p', {}, mark, ` ${summary}`),
    list('Broken rules:', broken),
    list('New among what grows:', kept),
    new ScrollBox('Figures of each version', table),
  );
}
