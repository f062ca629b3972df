import { formatBytes } from '../../../../verdict/format.ts';
import { packageLabel, sentencesOf, titleOf } from '../../../words.ts';
import type { PageRun } from '../../data/report-data.ts';
import { badge } from '../badge.ts';
import { MetricChart } from '../chart/metric-chart.ts';
import { h, prose, section } from '../dom.ts';
import { toOverview, toRun } from '../route.ts';
import { cause } from './cause.ts';
import { classBars } from './class-bars.ts';
import { afterTeardown, allocations, cost, log, memlabClusters, speed } from './evidence.ts';
import { sampleTable } from './sample-table.ts';
import { riseChart, sampledCharts } from './series.ts';
import { survivors } from './survivors.ts';

/** One run: what it came to and everything that was measured of it. */
export class RunPage extends HTMLElement {
  readonly #runs: readonly PageRun[];
  readonly #index: number;

  constructor(runs: readonly PageRun[], index: number) {
    super();
    this.#runs = runs;
    this.#index = index;
    this.dataset.title = titleOf(runs[index]);
  }

  connectedCallback(): void {
    const run = this.#runs[this.#index];
    const measured = run.samples.some(({ phase }) => phase.startsWith('segment'));
    this.append(
      this.#neighbours(),
      h('h1', {}, run.scenario),
      h('p', { class: 'headline' }, badge(run), run.package === null ? null : h('span', {}, packageLabel(run))),
      h('p', { class: 'reason' }, ...prose(run.reason)),
      ...[
        this.#failures(run),
        run.baseline === undefined
          ? null
          : h('p', {}, `Against the baseline ${run.baseline.change}: ${run.baseline.reason}`),
        h('p', { class: 'quiet' }, this.#facts(run)),
        section('Cause', cause(run)),
        section(
          'Samples',
          measured ? this.#rise(run) : null,
          h('div', { class: 'charts' }, ...sampledCharts(run).map((content) => new MetricChart(content))),
          sampleTable(run),
        ),
        section('Classes that grew', classBars(run)),
        section('Survivors by what keeps them', survivors(run)),
        section('Where they were allocated', allocations(run)),
        section('memlab’s clusters', memlabClusters(run)),
        h(
          'div',
          { class: 'cards' },
          section('After teardown', afterTeardown(run)),
          section('Speed', speed(run)),
          section('Cost', cost(run)),
        ),
        section('Log', log(run)),
      ].filter((part) => part !== null),
    );
  }

  #neighbours(): HTMLElement {
    const link = (index: number, text: string, rel: string) =>
      index >= 0 && index < this.#runs.length ? h('a', { href: toRun(index), rel }, text) : null;
    return h(
      'nav',
      { class: 'neighbours', 'aria-label': 'Runs' },
      h('a', { href: toOverview }, 'All runs'),
      link(this.#index - 1, 'Previous', 'prev'),
      link(this.#index + 1, 'Next', 'next'),
    );
  }

  #facts({ node, mode, iterations, batches, doublings, drainSeconds, errors, file }: PageRun): string {
    const facts = [
      `${iterations} iterations in ${batches} batches`,
      doublings > 0 ? `doubled ${doublings === 1 ? 'once' : `${doublings} times`}` : '',
      drainSeconds === null ? '' : `drained after ${drainSeconds.toFixed(1)} s`,
      errors.count > 0 ? `${errors.count} iterations threw: ${errors.first?.split('\n')[0]}` : '',
      node && `Node ${node}`,
      mode === 'jit' ? 'with V8’s compilers' : '',
      file,
    ];
    return facts.filter(Boolean).join(' · ');
  }

  #failures(run: PageRun): HTMLElement | null {
    const [, ...others] = sentencesOf(run);
    return others.length === 0
      ? null
      : h('ul', { class: 'failures' }, ...others.map((text) => h('li', {}, ...prose(text))));
  }

  #rise(run: PageRun): HTMLElement {
    const { heapBytes, heapBytesLow, heapBytesHigh } = run.growth;
    const interval = `${formatBytes(heapBytesLow)} to ${formatBytes(heapBytesHigh)}`;
    return h(
      'div',
      {},
      new MetricChart(riseChart(run)),
      h(
        'p',
        { class: 'quiet key' },
        `Dashed: the fitted ${formatBytes(heapBytes)} per iteration; shaded: ${interval}. What the snapshots themselves move is taken out; the first batch after each fills again what V8 emptied for it.`,
      ),
    );
  }
}

customElements.define('run-page', RunPage);
