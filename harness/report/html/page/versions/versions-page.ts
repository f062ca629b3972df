import { verdictLabel } from '../../../words.ts';
import type { PageRun } from '../../data/report-data.ts';
import { MARKS, outcomeOf } from '../badge.ts';
import { h } from '../dom.ts';
import { toRun, toScenario } from '../route.ts';
import { ScrollBox } from '../scroll-box.ts';
import { HEAT_METRICS, type HeatMetric, heatOf } from './heat.ts';
import type { Column, Scenario } from './scenarios.ts';

/** How much of the hottest colour a cell may have; with more, the text on it is hard to read. */
const MOST_HEAT = 45;

/** What stands for a package where there is none. */
const OWN_CODE = 'Code of one’s own';

/** Every scenario on every version, as heat maps: one for each package. */
export class VersionsPage extends HTMLElement {
  readonly #scenarios: readonly Scenario<PageRun>[];
  readonly #maps = h('div');

  constructor(scenarios: readonly Scenario<PageRun>[]) {
    super();
    this.#scenarios = scenarios;
  }

  connectedCallback(): void {
    const select = h(
      'select',
      { id: 'heat-metric', onchange: () => this.#draw(HEAT_METRICS[select.selectedIndex]) },
      ...HEAT_METRICS.map(({ title }) => h('option', {}, title)),
    );
    this.append(
      h('h1', {}, 'Scenarios by version'),
      h('div', { class: 'tools' }, h('label', { for: 'heat-metric' }, 'Growth in '), select),
      this.#maps,
    );
    this.#draw(HEAT_METRICS[0]);
  }

  #draw(metric: HeatMetric): void {
    const packages = Map.groupBy(this.#scenarios, ({ packageName }) => packageName);
    this.#maps.replaceChildren(
      ...[...packages].map(([name, scenarios]) =>
        h('section', {}, h('h2', {}, name ?? OWN_CODE), heatMap(name ?? OWN_CODE, scenarios, metric)),
      ),
    );
  }
}

function heatMap(title: string, scenarios: readonly Scenario<PageRun>[], metric: HeatMetric): HTMLElement {
  const labels = [...new Set(scenarios.flatMap(({ columns }) => columns.map(({ label }) => label)))];
  const head = h('tr', {}, h('td'), ...labels.map((label) => h('th', { scope: 'col' }, label)));
  const rows = scenarios.map(({ name, index, columns }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, h('a', { href: toScenario(index) }, name)),
      ...labels.map((label) =>
        heatCell(
          columns.find((column) => column.label === label),
          metric,
        ),
      ),
    ),
  );
  const table = h('table', { class: 'heat' }, h('thead', {}, head), h('tbody', {}, ...rows));
  return new ScrollBox(title, table);
}

function heatCell(column: Column<PageRun> | undefined, { read, format, hottest }: HeatMetric): HTMLElement {
  if (column === undefined) return h('td', { class: 'missing' }, h('span', { class: 'unseen' }, 'not run'));
  const [{ run, index }] = column.runs;
  const value = read(run);
  const cell = h(
    'td',
    { class: outcomeOf(run) },
    h(
      'a',
      { href: toRun(index), title: verdictLabel(run) },
      `${MARKS[outcomeOf(run)]} ${run.verdict === 'crashed' ? 'crashed' : format(value)}`,
    ),
  );
  cell.style.setProperty('--heat', `${Math.round(heatOf(value, hottest) * MOST_HEAT)}%`);
  return cell;
}

customElements.define('versions-page', VersionsPage);
