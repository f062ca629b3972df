import type { Assessment } from './assess.ts';
import { judged, judgedClasses } from './judged.ts';
import type { Allowances } from './types.ts';

/** Whole intervals of the census and the bytes that a leak has to show itself in before it is called one. */
const INTERVALS_TO_CONFIRM = 3;

/**
 * Whether a longer run could change the answer: something looks like growth and chance is not excluded, or something grows
 * and it has not been seen yet that it goes on when the run is doubled.
 */
export function wantsMore(assessment: Assessment, allowances: Allowances, segments: number): boolean {
  const states = [
    ...judged(assessment, allowances).map(({ growth }) => growth.state),
    ...judgedClasses(assessment, allowances).map(({ state }) => state),
  ];
  if (states.some((state) => state === 'unsure' || state === 'slowing')) return true;
  return segments < INTERVALS_TO_CONFIRM && states.includes('growing');
}
