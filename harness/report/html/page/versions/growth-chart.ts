import type { PageRun } from '../../data/report-data.ts';
import { h, svg } from '../dom.ts';
import { type GrowthMetric, type GrowthPoint, growthPoints } from './growth-points.ts';
import type { Scenario } from './scenarios.ts';

const HEIGHT = 220;
/** Room above the highest interval for its figure, and below the lowest for the names of the versions. */
const [ABOVE, BELOW, BESIDE] = [28, 30, 12];
/** Of one version: for its figure, and for each letter of its name. */
const [LEAST_WIDTH, PER_LETTER] = [110, 8.5];
/** A chart of a few versions fills the page as a chart of many does. */
const USUAL_WIDTH = 960;
/** On a narrow page it is made smaller by so much, and scrolled for the rest, so that its text stays readable. */
const SMALLEST = 0.8;
const WHISKER = 7;

function y(height: number): number {
  return HEIGHT - BELOW - height * (HEIGHT - ABOVE - BELOW);
}

function whiskers({ low, high }: GrowthPoint, x: number): SVGElement {
  const [from, to] = [y(low), y(high)];
  const ends = [from, to].map((end) => `M${x - WHISKER} ${end}h${2 * WHISKER}`).join('');
  return svg('path', { class: 'whiskers', d: `M${x} ${from}V${to}${ends}` });
}

/** The growth of each version of a scenario with its interval, from left to right in the order they were run. */
export function growthChart(scenario: Scenario<PageRun>, metric: GrowthMetric): HTMLElement {
  const { points, bottom, top } = growthPoints(scenario, metric);
  const letters = Math.max(...points.map(({ label }) => label.length));
  const least = points.length * Math.max(LEAST_WIDTH, letters * PER_LETTER) + 2 * BESIDE;
  const width = Math.max(USUAL_WIDTH, least);
  const step = (width - 2 * BESIDE) / points.length;
  const placed = points.map((point, i) => ({ point, x: BESIDE + (i + 0.5) * step }));
  const zero = y(-bottom / (top - bottom));
  const line = placed.map(({ point, x }) => `${x} ${y(point.height)}`).join('L');
  const marks = placed.flatMap(({ point, x }) => [
    whiskers(point, x),
    svg('circle', { class: 'value', cx: x, cy: y(point.height), r: 5 }),
    svg('text', { class: 'figure', x, y: y(point.high) - 10 }, metric.format(point.value)),
    svg('text', { class: 'version', x, y: HEIGHT - 8 }, point.label),
  ]);
  const told = points.map(({ label, value }) => `${label} ${metric.format(value)}`).join(', ');
  const chart = svg(
    'svg',
    { viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': `${metric.title}: ${told}.` },
    svg('path', { class: 'zero', d: `M0 ${zero}H${width}` }),
    svg('path', { class: 'over-versions', d: `M${line}` }),
    svg('text', { class: 'nothing', x: 0, y: zero - 4 }, '0'),
    ...marks,
  );
  chart.style.minInlineSize = `${width * SMALLEST}px`;
  const stage = h('div', { class: 'stage', tabindex: 0 }, chart);
  return h('div', { class: 'growth' }, h('h2', { class: 'chart-title' }, metric.title), stage);
}
