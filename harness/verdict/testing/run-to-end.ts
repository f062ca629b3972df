import { type Assessment, assess } from '../assess.ts';
import { nextStep } from '../next-step.ts';
import type { Allowances } from '../types.ts';
import { evidenceOf, type Picture, STRICT } from './picture.ts';

/** What a run that looks like this comes to, doubled for as long as a longer run could change the answer. */
export function runToEnd(picture: Picture, allowances: Allowances = STRICT): Assessment & { doublings: number } {
  for (let doublings = 0; ; doublings++) {
    const evidence = evidenceOf(picture, doublings);
    const assessment = assess(evidence, allowances);
    const segments = evidence.segments.length;
    const step = nextStep({ assessment, allowances, segments, doublings, expected: false, hasTime: true });
    if (step === 'judge') return { ...assessment, doublings };
  }
}
