import { type Grown, unmet } from '../../harness/verdict/known.ts';
import type { TruthCase } from './cases.ts';
import type { ClassFinding, Finding, NumberFinding } from './expectation.ts';
import type { RunRecord } from './lines.ts';

/** How a run compares with the truth. */
export interface Comparison {
  /** The verdict is right, and of a leak everything expected is named. */
  right: boolean;
  /** What is wrong, one sentence; null when it is right. */
  why: string | null;
}

/** How far a rate may be from the expected one, as for the entries of `known`. */
const RATE_TOLERANCE = 0.02;

function grownIn({ classes }: RunRecord): Grown {
  return {
    classes: classes.map(({ name, perIteration, shallowBytes }) => ({
      name,
      perIteration,
      shallowBytes,
      state: 'growing',
      count: 0,
    })),
    groups: classes.map(({ name, retainerPath }) => ({ className: name, count: 1, retainerPath })),
    handles: {},
  };
}

function missesClass(finding: ClassFinding, run: RunRecord): string | null {
  const why = unmet({ ...finding, reason: '' }, grownIn(run));
  return why === null ? null : why.replace(' any more: remove the entry', ' by the report');
}

function missesNumber({ grows, perIteration }: NumberFinding, { failures }: RunRecord): string | null {
  const pattern = new RegExp(`^${grows.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
  const named = failures.filter(({ threshold }) => pattern.test(threshold));
  if (named.length === 0) return `${grows} does not grow by the report`;
  const rate = named.reduce((sum, { actual }) => sum + actual, 0);
  if (perIteration === undefined || Math.abs(rate - perIteration) <= RATE_TOLERANCE * perIteration) return null;
  return `${grows} is to grow by ${perIteration} per iteration, and grows by ${Number(rate.toFixed(3))}`;
}

const misses = (finding: Finding, run: RunRecord) =>
  'class' in finding ? missesClass(finding, run) : missesNumber(finding, run);

/** Compares a run with the truth of its case. */
export function compare({ outcome }: Pick<TruthCase, 'outcome'>, run: RunRecord): Comparison {
  const { verdict, reason } = run;
  if ('ends' in outcome) {
    const right = outcome.ends.some((end) => end === verdict);
    return { right, why: right ? null : `${verdict} instead of ${outcome.ends.join(' or ')}: ${reason}` };
  }
  if (verdict !== 'leak') return { right: false, why: `${verdict} instead of leak: ${reason}` };
  const missing = outcome.leaks.flatMap((finding) => misses(finding, run) ?? []);
  return { right: missing.length === 0, why: missing.length === 0 ? null : `leak, but ${missing.join('; ')}` };
}
