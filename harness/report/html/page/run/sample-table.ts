import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import type { PageRun } from '../../data/report-data.ts';
import { h } from '../dom.ts';
import { ScrollBox } from '../scroll-box.ts';

/** The column that is no number. */
const PHASE = 1;

/** The samples as a table, for those who cannot see the charts or want the numbers. */
export function sampleTable({ samples }: PageRun): HTMLElement | null {
  if (samples.length === 0) return null;
  const details = h('details', {}, h('summary', {}, 'The samples as a table'));
  details.addEventListener('toggle', () => details.append(table()), { once: true });
  const head = ['iteration', 'phase', 'heap', 'external', 'array buffers', 'resident', 'handles', 'descriptors'];
  const table = () =>
    new ScrollBox(
      'Samples',
      h(
        'table',
        { class: 'samples' },
        h(
          'thead',
          {},
          h('tr', {}, ...head.map((title, i) => h('th', { scope: 'col', class: i === PHASE ? '' : 'number' }, title))),
        ),
        h(
          'tbody',
          {},
          ...samples.map((sample) => {
            const handles = Object.values(sample.handles).reduce((sum, count) => sum + count, 0);
            const bytes = [sample.heapBytes, sample.externalBytes, sample.arrayBufferBytes];
            const cells = [
              formatCount(sample.iteration),
              sample.phase,
              ...bytes.map((value) => value.toLocaleString('en')),
              formatBytes(sample.rssBytes),
              formatCount(handles),
              formatCount(sample.fds),
            ];
            return h('tr', {}, ...cells.map((cell, i) => h('td', { class: i === PHASE ? 'phase' : 'number' }, cell)));
          }),
        ),
      ),
    );
  return details;
}
