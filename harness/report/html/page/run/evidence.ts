/** The parts of a run's page that are lists and figures. */
import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import { secondsLabel } from '../../../words.ts';
import type { PageRun } from '../../data/report-data.ts';
import { h } from '../dom.ts';
import { type Repeated, repeatedSteps } from './repeated-steps.ts';

/** Names with their figures. */
function figures(rows: readonly (readonly [name: string, value: string])[]): HTMLElement {
  return h(
    'dl',
    { class: 'figures' },
    ...rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

/** Where the objects that stay were allocated, the classes of one place together; null when no pass has recorded it. */
export function allocations({ classes }: PageRun): HTMLElement | null {
  const known = classes.filter(({ allocatedAt }) => allocatedAt.length > 0);
  if (known.length === 0) return null;
  const byPlace = Map.groupBy(known, ({ allocatedAt }) => allocatedAt.join('\n'));
  return h(
    'ul',
    { class: 'stacks' },
    ...[...byPlace.values()].map((alike) =>
      h(
        'li',
        {},
        h(
          'ol',
          {},
          ...alike[0].allocatedAt.map((frame, i) => h('li', {}, i === 0 ? null : 'called by ', h('code', {}, frame))),
        ),
        h('p', {}, alike.map(({ name }) => name).join(', ')),
      ),
    ),
  );
}

function stepItems({ steps, times }: Repeated): HTMLElement[] {
  if (times === 1) return steps.map((step) => h('li', {}, step));
  const again = h('span', { class: 'quiet' }, `, ${formatCount(times)} times in a row`);
  return [h('li', {}, steps.join(' ▸ '), again)];
}

/** What memlab found in the same snapshots; null when it found nothing and has nothing to say. */
export function memlabClusters({ memlab: { clusters, survivors, note } }: PageRun): HTMLElement | null {
  if (clusters.length === 0 && note === null) return null;
  const items = clusters.map(({ count, retainedBytes, path }) =>
    h(
      'li',
      {},
      h(
        'details',
        {},
        h('summary', {}, `${formatCount(count)} objects, ${formatBytes(retainedBytes)}: ${path.at(-1) ?? ''}`),
        h('ol', { class: 'steps' }, ...repeatedSteps(path).flatMap(stepItems)),
      ),
    ),
  );
  return h(
    'div',
    {},
    h('p', {}, `${formatCount(survivors)} objects of the classes that grew outlive teardown.`),
    note === null ? null : h('p', { class: 'note' }, note),
    h('ul', { class: 'tree' }, ...items),
  );
}

/** What outlives `teardown`; null for a subject that did not come so far. */
export function afterTeardown({ afterTeardown: after, verdict }: PageRun): HTMLElement | null {
  if (verdict === 'crashed') return null;
  const handles = Object.entries(after.handles).map(([type, count]) => [type, formatCount(count)] as const);
  return figures([
    ['heap', formatBytes(after.heapBytes)],
    ['objects', formatCount(after.objects)],
    ['child processes', formatCount(after.processes)],
    ['descriptors', formatCount(after.fds)],
    ...handles,
  ]);
}

/** How fast the iterations were; null when they were not timed. */
export function speed({ speed: measured }: PageRun): HTMLElement | null {
  if (measured.opsPerSecondStart === 0) return null;
  return figures([
    ['iterations a second at the start', formatCount(measured.opsPerSecondStart)],
    ['at the end', formatCount(measured.opsPerSecondEnd)],
    ['slowdown', `${measured.slowdown.toFixed(2)} times`],
    ['garbage collection', `${formatCount(measured.gcMsPerIteration)} ms/iteration`],
  ]);
}

/** What the run has cost. */
export function cost({ cost: spent }: PageRun): HTMLElement {
  return figures([
    ['subject', secondsLabel(spent.wallMs)],
    ['of that work', secondsLabel(spent.workMs)],
    ['snapshots', secondsLabel(spent.snapshotMs)],
    ['analysis', secondsLabel(spent.analysisMs)],
    ['memlab', secondsLabel(spent.memlabMs)],
    ['most resident memory', formatBytes(spent.peakRssBytes)],
  ]);
}

/** The end of what the subject printed; null when it printed nothing. */
export function log({ log: file, logTail }: PageRun): HTMLElement | null {
  if (logTail.length === 0) return null;
  const where = file === null ? null : h('p', { class: 'quiet' }, `The end of ${file}`);
  return h('div', {}, where, h('pre', { tabindex: 0, 'aria-label': 'Log' }, logTail.join('\n')));
}
