import type { Assessment } from './assess.ts';
import { BYTE_METRICS } from './evidence.ts';
import { judged, judgedClasses } from './judged.ts';
import type { Allowances } from './types.ts';

/** Intervals of the census in which a leak has to show itself before it is called one. */
const INTERVALS_TO_CONFIRM = 3;

/**
 * Whether a longer run could change the answer: something looks like growth and chance is not excluded, or something grows
 * and it has not been seen yet that it goes on when the run is doubled. Bytes that grow without any object are seen to the
 * last doubling: the stores behind arrays and tables grow in steps for long before they are as large as they need to be.
 */
export function wantsMore(assessment: Assessment, allowances: Allowances, segments: number): boolean {
  const metrics = judged(assessment, allowances);
  const classes = judgedClasses(assessment, allowances).map(({ state }) => state);
  const counts = metrics.filter(({ threshold }) => !isBytes(threshold)).map(({ growth }) => growth.state);
  // One certain leak is an answer, whatever else is in doubt.
  if (classes.includes('growing') || counts.includes('growing')) return segments < INTERVALS_TO_CONFIRM;
  const states = [...classes, ...metrics.map(({ growth }) => growth.state)];
  return states.some((state) => state === 'unsure' || state === 'slowing' || state === 'growing');
}

function isBytes(threshold: string): boolean {
  return (BYTE_METRICS as readonly string[]).includes(threshold);
}
