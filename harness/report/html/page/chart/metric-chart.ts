import uPlot from 'uplot';
import { h } from '../dom.ts';
import { colorOf, themeChanges } from '../theme.ts';
import { paintFit, paintTimeline } from './paint.ts';
import type { Timeline } from './timeline.ts';

/** One line of a chart. A null breaks it. */
export interface Line {
  label: string;
  /** Name of its colour in the style sheet. */
  color: string;
  dash?: number[];
  values: (number | null)[];
}

/** A rate per iteration with the interval it lies in, drawn from the baseline on. */
export interface Fit {
  rate: number;
  low: number;
  high: number;
  /** Iterations it was fitted over. */
  over: number;
}

/** What a chart shows. */
export interface ChartContent {
  title: string;
  /** The chart in one sentence, for those who do not see it. */
  summary: string;
  xs: number[];
  lines: Line[];
  format(value: number): string;
  /** Least height of the chart in the metric's unit, so that noise looks like noise. */
  leastSpan: number;
  timeline?: Pick<Timeline, 'bands' | 'marks'>;
  fit?: Fit;
  /** What the height has to hold; everything when not given. */
  range?: [number, number];
  height: number;
}

/** The cursor moves in all charts of a page at once. */
const CURSOR = uPlot.sync('iteration');

/** A chart over iterations. */
export class MetricChart extends HTMLElement {
  readonly #content: ChartContent;
  readonly #draw = () => this.#paint();
  readonly #resize = new ResizeObserver(() => this.#fit());
  readonly #stage: HTMLElement;
  #plot: uPlot | null = null;

  constructor(content: ChartContent) {
    super();
    this.#content = content;
    this.#stage = h('div', { class: 'stage', role: 'img', 'aria-label': content.summary });
  }

  connectedCallback(): void {
    this.append(h('h2', { class: 'chart-title' }, this.#content.title), this.#stage);
    this.#paint();
    this.#resize.observe(this.#stage);
    themeChanges.addEventListener('change', this.#draw);
  }

  disconnectedCallback(): void {
    this.#resize.disconnect();
    themeChanges.removeEventListener('change', this.#draw);
    this.#plot?.destroy();
    this.replaceChildren();
  }

  #fit(): void {
    this.#plot?.setSize({ width: this.#stage.clientWidth, height: this.#content.height });
  }

  #paint(): void {
    this.#plot?.destroy();
    const { xs, lines } = this.#content;
    const data = [xs, ...lines.map(({ values }) => values)] as uPlot.AlignedData;
    this.#plot = new uPlot(this.#options(), data, this.#stage);
  }

  #options(): uPlot.Options {
    const { lines, format, timeline, fit, height } = this.#content;
    const axis = { stroke: colorOf('quiet'), grid: { stroke: colorOf('grid'), width: 1 }, ticks: { show: false } };
    return {
      width: this.#stage.clientWidth || 320,
      height,
      scales: { x: { time: false }, y: { range: (_, least, most) => this.#range(least, most) } },
      axes: [
        { ...axis, label: 'iteration', labelSize: 18, size: 28, labelFont: '12px system-ui', font: '12px system-ui' },
        { ...axis, size: 72, font: '12px system-ui', values: (_, splits) => splits.map(format) },
      ],
      series: [
        { label: 'iteration' },
        ...lines.map(({ label, color, dash }) => ({
          label,
          stroke: colorOf(color),
          width: 2,
          dash: dash ?? [],
          points: { show: this.#content.xs.length < 60, size: 5 },
          value: (_: uPlot, value: number | null) => (value === null ? '–' : format(value)),
        })),
      ],
      cursor: { sync: { key: CURSOR.key }, drag: { x: false, y: false } },
      legend: { show: true },
      hooks: {
        drawAxes: [(plot) => timeline && paintTimeline(plot, timeline)],
        draw: [(plot) => fit && paintFit(plot, fit)],
      },
    };
  }

  #range(least: number, most: number): [number, number] {
    const { range, leastSpan } = this.#content;
    const [low, high] = range ?? [least, most];
    const missing = Math.max(0, leastSpan - (high - low)) / 2;
    const edge = Math.max(high - low, leastSpan) * 0.08;
    // What cannot be negative is not drawn as if it could.
    const bottom = low - missing - edge;
    return [low >= 0 ? Math.max(0, bottom) : bottom, high + missing + edge];
  }
}

customElements.define('metric-chart', MetricChart);
