import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import type { PageRun } from '../../data/report-data.ts';
import { h } from '../dom.ts';

/** The samples as a table, for those who cannot see the charts or want the numbers. */
export function sampleTable({ samples }: PageRun): HTMLElement | null {
  if (samples.length === 0) return null;
  const details = h('details', {}, h('summary', {}, 'The samples as a table'));
  details.addEventListener('toggle', () => details.append(table()), { once: true });
  const head = ['iteration', 'phase', 'heap', 'external', 'array buffers', 'resident', 'handles', 'descriptors'];
  const table = () =>
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Samples' },
      h(
        'table',
        { class: 'samples' },
        h('thead', {}, h('tr', {}, ...head.map((title) => h('th', { scope: 'col' }, title)))),
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
            return h('tr', {}, ...cells.map((cell) => h('td', { class: 'number' }, cell)));
          }),
        ),
      ),
    );
  return details;
}
