import { type Assessment, assess } from '../assess.ts';
import type { Allowances } from '../types.ts';
import { wantsMore } from '../wants-more.ts';
import { evidenceOf, type Picture, STRICT } from './picture.ts';

/** Doublings after which a run has to be judged as it is. */
const MOST_DOUBLINGS = 3;

/** What a run that looks like this comes to, doubled for as long as a longer run could change the answer. */
export function settle(picture: Picture, allowances: Allowances = STRICT): Assessment & { doublings: number } {
  for (let doublings = 0; ; doublings++) {
    const evidence = evidenceOf(picture, doublings);
    const assessment = assess(evidence, allowances);
    if (doublings === MOST_DOUBLINGS || !wantsMore(assessment, allowances, evidence.segments.length)) {
      return { ...assessment, doublings };
    }
  }
}
