import type { RunResult } from '../../../run/result.ts';
import { heapShape } from '../data/measured-heap.ts';
import { svg } from './dom.ts';

const WIDTH = 96;
const HEIGHT = 24;
const EDGE = 3;

/** The heap over the measured iterations as a small line; null without samples. */
export function sparkline({ samples, growth }: Pick<RunResult, 'samples' | 'growth'>): SVGElement | null {
  const shape = heapShape({ rate: growth.heapBytes, samples });
  if (shape.length < 2) return null;
  const points = shape.map((place) => {
    const x = EDGE + place.x * (WIDTH - 2 * EDGE);
    const y = HEIGHT - EDGE - place.y * (HEIGHT - 2 * EDGE);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  const line = svg('path', { d: `M${points.join('L')}` });
  const [cx = '', cy = ''] = (points.at(-1) ?? '').split(' ');
  const end = svg('circle', { cx, cy, r: 2 });
  return svg('svg', { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' }, line, end);
}
