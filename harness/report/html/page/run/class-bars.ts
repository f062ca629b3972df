import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import type { PageRun } from '../../data/report-data.ts';
import { h } from '../dom.ts';
import { intervalBars } from './interval-bars.ts';
import { intervalsOf } from './intervals.ts';

/** Classes shown before the rest is asked for. */
const AT_FIRST = 12;

const COLUMNS = ['class', 'per iteration', 'objects', 'retained', 'survivors by interval'] as const;

function share(part: number): HTMLElement {
  const inner = h('span', { class: 'fill' });
  inner.style.inlineSize = `${Math.max(1, part * 100)}%`;
  return h('span', { class: 'track', 'aria-hidden': 'true' }, inner);
}

/** The classes that grew, with what they retain and what each interval has left behind as bars; null when none did. */
export function classBars({ classes, classesLeftOut, samples }: PageRun): HTMLElement | null {
  if (classes.length === 0) return null;
  const most = Math.max(...classes.map(({ retainedBytes }) => retainedBytes), 1);
  const figure = (column: (typeof COLUMNS)[number], ...content: (Node | string | null)[]) =>
    h('td', { class: 'number', 'data-column': column }, ...content);
  const rows = classes.map((grown) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, grown.name, grown.definedAt && h('div', { class: 'quiet place' }, grown.definedAt)),
      figure('per iteration', formatCount(grown.perIteration)),
      figure('objects', formatCount(grown.count)),
      figure('retained', formatBytes(grown.retainedBytes), share(grown.retainedBytes / most)),
      h(
        'td',
        { class: 'bar-cell', 'data-column': 'survivors by interval' },
        intervalBars(intervalsOf(grown.perInterval, samples)),
      ),
    ),
  );
  const body = h('tbody', {}, ...rows.slice(0, AT_FIRST));
  const head = COLUMNS.map((title, i) => h('th', { scope: 'col', class: i % 4 === 0 ? '' : 'number' }, title));
  const table = h('table', { class: 'classes' }, h('thead', {}, h('tr', {}, ...head)), body);
  const rest = rows.length - AT_FIRST;
  const more = h('button', { type: 'button', onclick: () => showAll() }, `Show ${rest} more`);
  const showAll = () => {
    body.append(...rows.slice(AT_FIRST));
    more.remove();
  };
  const left =
    classesLeftOut === 0 ? null : h('p', { class: 'quiet' }, `${classesLeftOut} more are in the result file.`);
  return h('div', {}, table, rest > 0 ? more : null, left);
}
