import type { Case, Judgement } from './case.ts';
import { growingClasses } from './grown.ts';
import { judged, judgedClasses } from './judged.ts';
import { goneFailures } from './known-failures.ts';
import { list, sentence } from './sentence.ts';
import type { Failure, GrowthState, Verdict } from './types.ts';

/**
 * Judges a run in which nothing leaks, as far as could be seen.
 *
 * @param others Failures that have nothing to do with growth.
 */
export function judgeSteady(given: Case, others: readonly Failure[]): Judgement {
  const { assessment, allowances, iterations } = given;
  const states = [
    ...judged(assessment, allowances).map(({ threshold, growth }) => ({ name: threshold, state: growth.state })),
    ...judgedClasses(assessment, allowances),
  ];
  const inState = (wanted: GrowthState) => states.filter(({ state }) => state === wanted).map(({ name }) => name);

  const unsure = inState('unsure');
  if (unsure.length > 0) {
    const few = `${iterations} iterations were too few to tell; give the scenario more iterations`;
    const reason = sentence(`${list(unsure)} may grow, and ${few}`, []);
    return { verdict: 'inconclusive', passed: false, known: false, reason, failures: [...others] };
  }

  const failures = [...goneFailures(given), ...others];
  const ended = (verdict: Verdict, finding: string): Judgement => ({
    verdict,
    passed: failures.length === 0,
    known: false,
    reason: sentence(finding, failures),
    failures,
  });
  const drained = inState('drained');
  if (drained.length > 0) {
    const seconds = (given.drainedAfterSeconds ?? 0).toFixed(1);
    return ended('draining', `${list(drained)} grew, and went by itself within ${seconds} s`);
  }
  const slowing = inState('slowing');
  if (slowing.length > 0) {
    const grew = `${list(slowing)} grew ever more slowly`;
    return ended('saturating', `${grew} over ${iterations} iterations, as a cache does that fills up`);
  }
  const stopped = inState('stopped');
  if (stopped.length > 0) {
    return ended('saturating', `${list(stopped)} grew at first and stopped, as a cache does that fills up`);
  }
  const within = growingClasses(assessment).length > 0;
  const finding = within ? 'Nothing grows beyond what is allowed' : 'Nothing grows';
  return ended('clean', `${finding} over ${iterations} iterations`);
}
