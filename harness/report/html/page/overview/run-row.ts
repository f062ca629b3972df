import { handlesLabel, heapLabel, objectsLabel, packageLabel, secondsLabel } from '../../../words.ts';
import type { PageRun } from '../../data/report-data.ts';
import { badge } from '../badge.ts';
import { h } from '../dom.ts';
import { toRun } from '../route.ts';
import { sparkline } from '../sparkline.ts';
import type { Listed } from './selection.ts';

/**
 * One run as a row of the overview. The names of the columns are repeated for narrow screens, where a row is a card.
 *
 * @param held Whether there is a column for the change against the baseline.
 */
export function runRow({ run, index }: Listed<PageRun>, held: boolean): HTMLTableRowElement {
  const cell = (name: string, content: Node | string | null, kind = '') =>
    h('td', { 'data-column': name, class: kind }, content);
  const handles = handlesLabel(run);
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href: toRun(index) }, run.scenario)),
    cell('package', packageLabel(run), 'package'),
    cell('verdict', badge(run), 'verdict'),
    cell('heap/iteration', heapLabel(run), 'number'),
    cell('heap over the run', sparkline(run), 'trend'),
    cell('objects/iteration', objectsLabel(run), 'number'),
    cell('handles/iteration', handles, handles === '0' ? 'number none' : 'number'),
    cell('time', secondsLabel(run.cost.wallMs), 'number'),
    held ? cell('baseline', run.baseline?.change ?? '-', `change ${run.baseline?.change ?? ''}`) : null,
  );
}
