import type { Assessment } from './assess.ts';
import { BYTE_METRICS } from './evidence.ts';
import { judged, judgedClasses } from './judged.ts';
import type { Allowances } from './types.ts';

/** Intervals of the census in which a leak has to show itself before it is called one. */
const INTERVALS_TO_CONFIRM = 3;

/** Bytes of growth beyond which nobody would call it a cache that fills up: no longer run is needed to tell. */
const MORE_THAN_A_CACHE = 16 * 1024 * 1024;

/**
 * Whether a longer run could change the answer. `needed`: something looks like growth and chance is not excluded, or it has
 * not been seen yet that it goes on when the run is doubled. `worthwhile`: what grows is a leak by all that was seen, but
 * may still be a cache that fills up later.
 */
export type Wish = 'needed' | 'worthwhile' | 'none';

/**
 * How much a longer run is wanted. Handles and processes are no cache: three intervals are enough. Native memory is judged
 * before the first snapshot, and no doubling adds to it.
 */
export function wantsMore(assessment: Assessment, allowances: Allowances, segments: number): Wish {
  const metrics = judged(assessment, allowances).filter(({ threshold }) => threshold !== 'rss');
  const classes = judgedClasses(assessment, allowances).map(({ state }) => state);
  const counts = metrics.filter(({ threshold }) => !isBytes(threshold)).map(({ growth }) => growth.state);
  const confirmed = segments >= INTERVALS_TO_CONFIRM;
  const huge = metrics.some(
    ({ threshold, growth }) => isBytes(threshold) && growth.state === 'growing' && growth.total > MORE_THAN_A_CACHE,
  );
  // One certain leak is an answer, whatever else is in doubt.
  if (counts.includes('growing') || huge) return confirmed ? 'none' : 'needed';
  if (classes.includes('growing')) return confirmed ? 'worthwhile' : 'needed';
  const states = [...classes, ...metrics.map(({ growth }) => growth.state)];
  if (states.includes('unsure') || states.includes('slowing')) return 'needed';
  if (!states.includes('growing')) return 'none';
  return confirmed ? 'worthwhile' : 'needed';
}

function isBytes(threshold: string): boolean {
  return (BYTE_METRICS as readonly string[]).includes(threshold);
}
