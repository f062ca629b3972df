import type uPlot from 'uplot';
import { colorOf } from '../theme.ts';
import type { Fit } from './metric-chart.ts';
import type { Timeline } from './timeline.ts';

/** Room that a label needs on either side, in CSS pixels. */
const LABEL_GAP = 6;
/** Labels stand above the lines. */
const LABEL_HEIGHT = 14;

/** Paints the stretches of a run behind its lines, and names the moments of the snapshots. */
export function paintTimeline(plot: uPlot, { bands, marks }: Pick<Timeline, 'bands' | 'marks'>): void {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  const at = (x: number) => Math.min(Math.max(plot.valToPos(x, 'x', true), bbox.left), bbox.left + bbox.width);
  ctx.save();
  for (const { from, to, kind } of bands) {
    if (kind === 'measured') continue;
    ctx.fillStyle = colorOf('aside');
    ctx.fillRect(at(from), bbox.top, at(to) - at(from), bbox.height);
  }
  ctx.font = `${11 * scale}px system-ui`;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  ctx.strokeStyle = colorOf('mark');
  ctx.fillStyle = colorOf('quiet');
  ctx.lineWidth = scale;
  ctx.setLineDash([4 * scale, 4 * scale]);
  let free = -Infinity;
  for (const { x, label } of marks) {
    ctx.beginPath();
    ctx.moveTo(at(x), bbox.top);
    ctx.lineTo(at(x), bbox.top + bbox.height);
    ctx.stroke();
    const { width } = ctx.measureText(label);
    const room = bbox.left + bbox.width - at(x);
    const left = room < width + LABEL_GAP * scale ? at(x) - width - LABEL_GAP * scale : at(x) + (LABEL_GAP * scale) / 2;
    if (left < free) continue;
    ctx.fillText(label, left, bbox.top - LABEL_HEIGHT * scale);
    free = left + width + LABEL_GAP * scale;
  }
  ctx.restore();
}

/** Paints a rate from the baseline on: the interval it lies in as an area, the rate itself as a line. */
export function paintFit(plot: uPlot, { rate, low, high, over }: Fit): void {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  const x = (iteration: number) => plot.valToPos(iteration, 'x', true);
  const y = (value: number) => plot.valToPos(value, 'y', true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = colorOf('fit-area');
  ctx.beginPath();
  ctx.moveTo(x(0), y(0));
  ctx.lineTo(x(over), y(high * over));
  ctx.lineTo(x(over), y(low * over));
  ctx.fill();
  ctx.strokeStyle = colorOf('fit');
  ctx.lineWidth = 1.5 * scale;
  ctx.setLineDash([6 * scale, 4 * scale]);
  ctx.beginPath();
  ctx.moveTo(x(0), y(0));
  ctx.lineTo(x(over), y(rate * over));
  ctx.stroke();
  ctx.restore();
}
