import type { RunResult } from '../../run/result.ts';
import { cameToVerdict } from '../came-to-verdict.ts';
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

/** What came of a search, without what the caller knows itself. */
export type Finding = Omit<Bisection, 'schema' | 'scenario' | 'file' | 'package' | 'wallMs'>;

const NOTHING = { before: null, after: null, between: [], change: null };

/** What a search has found that was given up after some steps. */
export function givenUp({ kind, candidates }: Bisected, steps: readonly Step[], reason: string): Finding {
  const ground = { kind, candidates: [...candidates], steps: [...steps] };
  return { ...ground, ...NOTHING, incomplete: reason, summary: `Not completed: ${reason}` };
}

/** Measures an end of the range and tells its step, be it one that can be searched from or not. */
async function measureEnd({ candidates, measure, onStep }: Bisected, end: 'first' | 'last'): Promise<RunResult> {
  const candidate = end === 'first' ? 0 : candidates.length - 1;
  const label = candidates[candidate] as string;
  const tried = await measure(candidate);
  if (tried.run === null) {
    onStep({ label, answer: 'unknown', reason: tried.reason, run: null });
    throw new EndError(`${label} cannot be tried, and it is an end of the range: ${tried.reason}`);
  }
  const { run } = tried;
  onStep({ label, answer: cameToVerdict(run) ? end : 'unknown', reason: run.reason, run });
  if (cameToVerdict(run)) return run;
  throw new EndError(`${label} is ${run.verdict}, and it is an end of the range: ${run.reason}`);
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
 * Finds the candidate at which a scenario changes between its two ends, in about log2 of their number of runs. When the ends
 * do not differ, that is the answer.
 *
 * @throws {EndError} when an end cannot be measured
 */
export async function bisect(bisected: Bisected): Promise<Finding> {
  const { candidates, measure, kind } = bisected;
  const label = (candidate: number) => candidates[candidate] as string;
  const steps: Step[] = [];
  const record = (step: Step) => {
    steps.push(step);
    bisected.onStep(step);
  };
  const ends = { ...bisected, onStep: record };
  const [first, last] = [await measureEnd(ends, 'first'), await measureEnd(ends, 'last')];
  const { change } = judgePair(first, last);
  const ground = { kind, candidates: [...candidates], steps, incomplete: null };
  if (change !== 'better' && change !== 'worse') {
    const summary = `There is nothing to find between ${label(0)} and ${label(candidates.length - 1)}: ${alike(first, last)}, and differ by no more than two runs of one version do.`;
    return { ...ground, ...NOTHING, summary };
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
    ...ground,
    before: label(found.before),
    after: label(found.after),
    between: candidates.slice(found.before + 1, found.after),
    change,
  };
  return { ...finding, summary: summarise(finding, describe(first, last, change)) };
}

/** The verdicts of two ends that do not differ: one is saturating and the other clean, at the most. */
function alike({ verdict: one }: RunResult, { verdict: other }: RunResult): string {
  return one === other ? `both are ${one}` : `one is ${one}, the other ${other}`;
}
