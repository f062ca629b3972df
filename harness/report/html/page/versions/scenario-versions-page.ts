import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import type { PageComparison } from '../../../comparison-page.ts';
import { handlesLabel, objectsLabel } from '../../../words.ts';
import type { PageRun } from '../../data/report-data.ts';
import { badge } from '../badge.ts';
import { MetricChart } from '../chart/metric-chart.ts';
import { h } from '../dom.ts';
import { toRun, toVersions } from '../route.ts';
import { comparisonTable } from './comparison-table.ts';
import { GrowthChart } from './growth-chart.ts';
import { GROWTH_METRICS } from './growth-points.ts';
import { OVERLAY_METRICS, type OverlayMetric, overlayChart } from './overlay.ts';
import type { Column, Scenario } from './scenarios.ts';

const HEAD = [
  'version',
  'verdict',
  'heap/iteration',
  'objects/iteration',
  'handles/iteration',
  'after teardown',
  'speed at the start',
];

/** One scenario on all its versions: their growth beside each other, their lines over each other, and their figures. */
export class ScenarioVersionsPage extends HTMLElement {
  readonly #scenario: Scenario<PageRun>;
  readonly #comparison: PageComparison | null;
  readonly #chart = h('div');

  constructor(scenario: Scenario<PageRun>, comparison: PageComparison | null) {
    super();
    this.#scenario = scenario;
    this.#comparison = comparison;
  }

  connectedCallback(): void {
    const { name, packageName, columns } = this.#scenario;
    const select = h(
      'select',
      { id: 'overlay-metric', onchange: () => this.#draw(OVERLAY_METRICS[select.selectedIndex]) },
      ...OVERLAY_METRICS.map(({ title }) => h('option', {}, title)),
    );
    const head = h('tr', {}, ...HEAD.map((title, i) => h('th', { scope: 'col', class: i > 1 ? 'number' : '' }, title)));
    this.append(
      h('nav', { class: 'neighbours', 'aria-label': 'Scenarios' }, h('a', { href: toVersions }, 'All scenarios')),
      h('h1', {}, name),
      packageName === null ? '' : h('p', { class: 'quiet' }, packageName),
      ...this.#growth(),
      this.#comparison === null ? '' : comparisonTable(this.#comparison),
      h('div', { class: 'tools' }, h('label', { for: 'overlay-metric' }, 'Show '), select),
      this.#chart,
      h('table', { class: 'runs' }, h('thead', {}, head), h('tbody', {}, ...columns.map(row))),
    );
    this.#draw(OVERLAY_METRICS[0]);
  }

  /** What grows in no version needs no chart, but for the heap, which everyone looks for. */
  #growth(): HTMLElement[] {
    const { columns } = this.#scenario;
    if (columns.length < 2) return [];
    const [heap, ...others] = GROWTH_METRICS;
    const grown = others.filter(({ read }) => columns.some(({ runs: [{ run }] }) => read(run.growth).value !== 0));
    return [heap, ...grown].map((metric) => new GrowthChart(this.#scenario, metric));
  }

  #draw(metric: OverlayMetric): void {
    this.#chart.replaceChildren(new MetricChart(overlayChart(this.#scenario, metric)));
  }
}

function row({ label, runs: [{ run, index }] }: Column<PageRun>): HTMLElement {
  const { growth } = run;
  const interval = `${formatBytes(growth.heapBytesLow)} to ${formatBytes(growth.heapBytesHigh)}`;
  const cells: [name: string, content: string][] = [
    ['objects/iteration', objectsLabel(run)],
    ['handles/iteration', handlesLabel(run)],
    ['after teardown', formatBytes(run.afterTeardown.heapBytes)],
    ['speed at the start', run.speed.opsPerSecondStart === 0 ? '-' : `${formatCount(run.speed.opsPerSecondStart)}/s`],
  ];
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href: toRun(index) }, label)),
    h('td', { 'data-column': 'verdict', class: 'verdict' }, badge(run)),
    h(
      'td',
      { 'data-column': 'heap/iteration', class: 'number' },
      formatBytes(growth.heapBytes),
      h('div', { class: 'quiet' }, interval),
    ),
    ...cells.map(([name, text]) => h('td', { 'data-column': name, class: 'number' }, text)),
  );
}

customElements.define('scenario-versions-page', ScenarioVersionsPage);
