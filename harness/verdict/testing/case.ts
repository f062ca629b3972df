import { assess } from '../assess.ts';
import type { Case } from '../case.ts';
import type { RetainedGroup } from '../known.ts';
import type { Allowances } from '../types.ts';
import { evidenceOf, type Picture, STRICT } from './picture.ts';

/** What a case has beside its picture; what is not given is in order. */
export type Circumstances = Partial<Omit<Case, 'allowances'>> & { allowances?: Partial<Allowances> };

/** The case of a run of 100 iterations that looks like this. */
export function caseOf(picture: Picture, { allowances, ...circumstances }: Circumstances = {}): Case {
  const all = { ...STRICT, ...allowances };
  return {
    version: '1.0.0',
    iterations: 100,
    allowances: all,
    expectations: [],
    today: '2026-11-20',
    invalid: null,
    nothing: null,
    outOfTime: false,
    assessment: assess(evidenceOf(picture), all),
    groups: [],
    owners: [],
    errors: { count: 0, first: null },
    afterTeardownBytes: 0,
    slowdown: null,
    drainedAfterSeconds: picture.drainedTo === undefined ? null : 5,
    ...circumstances,
  };
}

/** Objects of a class that are kept in one way: `kept(100, 'Entry', '(GC roots) ▸ Registry.entries')`. */
export function kept(count: number, className: string, path: string): RetainedGroup {
  return { className, count, retainerPath: path.split(' ▸ ') };
}
