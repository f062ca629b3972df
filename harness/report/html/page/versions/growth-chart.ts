import type { PageRun } from '../../data/report-data.ts';
import { h, svg } from '../dom.ts';
import { ScrollBox } from '../scroll-box.ts';
import { type GrowthMetric, type GrowthPoint, growthPoints } from './growth-points.ts';
import type { Scenario } from './scenarios.ts';

const HEIGHT = 220;
/** Room above the highest interval for its figure, and below the lowest for the names of the versions. */
const [ABOVE, BELOW, BESIDE] = [28, 30, 12];
/** Least room of one version: for its interval, and for each letter of its name or its figure. */
const [LEAST_WIDTH, PER_LETTER, BETWEEN] = [44, 7.5, 10];
/** Letters of a name that are shown: a version may be the path of a folder. */
const MOST_LETTERS = 24;
const WHISKER = 7;

function y(height: number): number {
  return HEIGHT - BELOW - height * (HEIGHT - ABOVE - BELOW);
}

function whiskers({ low, high }: GrowthPoint, x: number): SVGElement {
  const [from, to] = [y(low), y(high)];
  const ends = [from, to].map((end) => `M${x - WHISKER} ${end}h${2 * WHISKER}`).join('');
  return svg('path', { class: 'whiskers', d: `M${x} ${from}V${to}${ends}` });
}

function shortLabel(label: string): string {
  return label.length <= MOST_LETTERS ? label : `…${label.slice(1 - MOST_LETTERS)}`;
}

/** The growth of each version of a scenario with its interval, from left to right in the order they were run. */
export class GrowthChart extends HTMLElement {
  readonly #scenario: Scenario<PageRun>;
  readonly #metric: GrowthMetric;
  readonly #chart = svg('svg', { role: 'img' });
  readonly #resize = new ResizeObserver(() => this.#draw());

  constructor(scenario: Scenario<PageRun>, metric: GrowthMetric) {
    super();
    this.#scenario = scenario;
    this.#metric = metric;
  }

  connectedCallback(): void {
    const { title } = this.#metric;
    this.append(h('h2', { class: 'chart-title' }, title), new ScrollBox(title, this.#chart));
    this.#draw();
    this.#resize.observe(this);
  }

  disconnectedCallback(): void {
    this.#resize.disconnect();
  }

  /** As wide as the page where the names and figures of all versions have room beside each other, and wider where not. */
  #draw(): void {
    const { points, bottom, top } = growthPoints(this.#scenario, this.#metric);
    const texts = points.flatMap(({ label, value }) => [shortLabel(label), this.#metric.format(value)]);
    const letters = Math.max(...texts.map((text) => text.length));
    const least = points.length * Math.max(LEAST_WIDTH, letters * PER_LETTER + BETWEEN) + 2 * BESIDE;
    const width = Math.max(this.clientWidth, least);
    const step = (width - 2 * BESIDE) / points.length;
    const placed = points.map((point, i) => ({ point, x: BESIDE + (i + 0.5) * step }));
    const zero = y(-bottom / (top - bottom));
    const line = placed.map(({ point, x }) => `${x} ${y(point.height)}`).join('L');
    const marks = placed.flatMap(({ point, x }) => [
      whiskers(point, x),
      svg('circle', { class: 'value', cx: x, cy: y(point.height), r: 5 }),
      svg(
        'text',
        { class: 'figure', x, y: y(Math.max(point.height, point.high)) - 10 },
        this.#metric.format(point.value),
      ),
      svg('text', { class: 'version', x, y: HEIGHT - 8 }, svg('title', {}, point.label), shortLabel(point.label)),
    ]);
    const told = points.map(({ label, value }) => `${label} ${this.#metric.format(value)}`).join(', ');
    this.#chart.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    this.#chart.setAttribute('aria-label', `${this.#metric.title}: ${told}.`);
    this.#chart.style.inlineSize = `${width}px`;
    this.#chart.replaceChildren(
      svg('path', { class: 'zero', d: `M0 ${zero}H${width}` }),
      svg('path', { class: 'over-versions', d: `M${line}` }),
      svg('text', { class: 'nothing', x: 0, y: zero - 4 }, '0'),
      ...marks,
    );
  }
}

customElements.define('growth-chart', GrowthChart);
