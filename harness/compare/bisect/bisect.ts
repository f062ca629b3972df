import type { RunResult } from '../../run/result.ts';
import { RequestError } from '../../scenario/errors.ts';
import type { Bisection, Step } from './bisection.ts';
import { EndError } from './errors.ts';
import { search } from './search.ts';
import { judgePair, sideOf } from './sides.ts';

/** What came of a candidate: its run, or why there is none. */
export type Tried = { run: RunResult } | { run: null; reason: string };

/** What a bisection needs. */
export interface Bisected {
  kind: Bisection['kind'];
  /** Names of the candidates, from the older end to the newer one, both included. */
  candidates: readonly string[];
  /** Measures a candidate, by its position. */
  measure(candidate: number): Promise<Tried>;
  /** Told each step. */
  onStep(step: Step): void;
}

/** What was found, without what the caller knows itself. */
export type Finding = Pick<
  Bisection,
  'kind' | 'candidates' | 'steps' | 'before' | 'after' | 'between' | 'change' | 'summary'
>;

async function measureEnd({ candidates, measure }: Bisected, candidate: number): Promise<RunResult> {
  const tried = await measure(candidate);
  const label = candidates[candidate];
  if (tried.run === null)
    throw new EndError(`${label} cannot be tried, and it is an end of the range: ${tried.reason}`);
  if (['crashed', 'inconclusive', 'nothing-measured'].includes(tried.run.verdict)) {
    throw new EndError(`${label} is ${tried.run.verdict}, and it is an end of the range: ${tried.run.reason}`);
  }
  return tried.run;
}

function describe(first: RunResult, last: RunResult, change: Finding['change']): string {
  if (first.verdict === 'leak' && last.verdict !== 'leak') return 'fixed the leak';
  if (first.verdict !== 'leak' && last.verdict === 'leak') return 'introduced the leak';
  return change === 'worse' ? 'made it worse' : 'made it better';
}

function summarise({ before, after, between, steps, candidates }: Omit<Finding, 'summary'>, what: string): string {
  const inner = `${steps.length} of ${candidates.length} tried`;
  if (between.length === 0) return `${after} ${what}; ${before} is the last before it (${inner}).`;
  return `One of ${[...between, after].join(', ')} ${what}; ${before} is the last before it, and ${between.length} could not be told (${inner}).`;
}

/**
 * Finds the candidate at which a scenario changes between its two ends, in about log2 of their number of runs.
 *
 * @throws {EndError} when an end cannot be measured; a RequestError when the ends do not differ
 */
export async function bisect(bisected: Bisected): Promise<Finding> {
  const { candidates, measure, onStep, kind } = bisected;
  const label = (candidate: number) => candidates[candidate] as string;
  const newest = candidates.length - 1;
  const steps: Step[] = [];
  const record = (step: Step) => {
    steps.push(step);
    onStep(step);
  };
  const first = await measureEnd(bisected, 0);
  record({ label: label(0), answer: 'first', reason: first.reason, run: first });
  const last = await measureEnd(bisected, newest);
  record({ label: label(newest), answer: 'last', reason: last.reason, run: last });
  const { change } = judgePair(first, last);
  if (change !== 'better' && change !== 'worse') {
    throw new RequestError(
      `there is nothing to find between ${label(0)} and ${label(newest)}: both are ${first.verdict}, and differ by no more than two runs of one version do`,
    );
  }
  const found = await search(candidates.length, async (candidate) => {
    const tried = await measure(candidate);
    const answer = tried.run === null ? 'unknown' : sideOf(first, last, tried.run);
    record({
      label: label(candidate),
      answer,
      reason: tried.run === null ? tried.reason : tried.run.reason,
      run: tried.run,
    });
    return answer;
  });
  const finding = {
    kind,
    candidates: [...candidates],
    steps,
    before: label(found.before),
    after: label(found.after),
    between: candidates.slice(found.before + 1, found.after),
    change,
  };
  return { ...finding, summary: summarise(finding, describe(first, last, change)) };
}
