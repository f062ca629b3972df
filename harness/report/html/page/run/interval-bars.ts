import { formatCount } from '../../../../verdict/format.ts';
import { h, svg } from '../dom.ts';
import type { Interval } from './intervals.ts';

const WIDTH = 160;
const HEIGHT = 24;
/** Between two bars. */
const GAP = 2;
/** A bar that is there, however low. */
const LOWEST = 2;

/**
 * What each interval has left behind, as bars: as wide as the interval is long, as high as it has left per iteration, so that
 * a leak is level and a cache that fills up falls off. The figures are text beside it for those who do not see them.
 */
export function intervalBars(intervals: readonly Interval[]): HTMLElement | null {
  const last = intervals.at(-1);
  if (last === undefined) return null;
  const highest = Math.max(...intervals.map(({ perIteration }) => perIteration));
  const scale = (WIDTH - GAP * (intervals.length - 1)) / (last.to - (intervals[0]?.from ?? 0));
  let x = 0;
  const bars = intervals.map(({ from, to, count, perIteration }) => {
    const width = (to - from) * scale;
    const height = count === 0 ? 0 : Math.max(LOWEST, (perIteration / highest) * HEIGHT);
    const bar = svg('rect', {
      x: x.toFixed(1),
      y: (HEIGHT - height).toFixed(1),
      width: width.toFixed(1),
      height: height.toFixed(1),
    });
    x += width + GAP;
    return bar;
  });
  const told = intervals
    .map(({ from, to, count }) => `${formatCount(count)} from iterations ${from} to ${to}`)
    .join(', ');
  const chart = svg(
    'svg',
    { class: 'intervals', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
    svg('title', {}, told),
    ...bars,
  );
  return h('span', {}, chart, h('span', { class: 'unseen' }, told));
}
