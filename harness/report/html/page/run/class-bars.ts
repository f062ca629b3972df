import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import type { PageRun } from '../../data/report-data.ts';
import { h } from '../dom.ts';

/** Bars shown before the rest is asked for. */
const AT_FIRST = 12;

function bar(share: number): HTMLElement {
  const inner = h('span', { class: 'fill' });
  inner.style.inlineSize = `${Math.max(1, share * 100)}%`;
  return h('span', { class: 'track', 'aria-hidden': 'true' }, inner);
}

/** The classes that grew as bars by what they retain; null when none did. */
export function classBars({ classes, classesLeftOut }: PageRun): HTMLElement | null {
  if (classes.length === 0) return null;
  const most = Math.max(...classes.map(({ retainedBytes }) => retainedBytes), 1);
  const rows = classes.map((grown) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, grown.name, grown.definedAt && h('div', { class: 'quiet place' }, grown.definedAt)),
      h('td', { class: 'number', 'data-column': 'per iteration' }, formatCount(grown.perIteration)),
      h('td', { class: 'number', 'data-column': 'objects' }, formatCount(grown.count)),
      h('td', { class: 'number', 'data-column': 'retained' }, formatBytes(grown.retainedBytes)),
      h('td', { class: 'bar-cell' }, bar(grown.retainedBytes / most)),
    ),
  );
  const body = h('tbody', {}, ...rows.slice(0, AT_FIRST));
  const head = ['class', 'per iteration', 'objects', 'retained', ''].map((title, i) =>
    title === '' ? h('td') : h('th', { scope: 'col', class: i === 0 ? '' : 'number' }, title),
  );
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
