import type { Case } from './case.ts';
import { concerns, type Expectation, expired, type Grown, unexplained, unmet } from './known.ts';
import { list } from './sentence.ts';
import type { Failure } from './types.ts';

/** The known leaks of the version that was measured. */
export function applicable({ expectations, version }: Case): Expectation[] {
  return expectations.filter((expectation) => concerns(expectation, version));
}

/** Each known leak of a run in which nothing leaks. */
export function goneFailures(given: Case): Failure[] {
  return applicable(given).map((expectation) =>
    knownFailure(expectation, `the known leak of ${expectation.class} is gone: remove the entry`),
  );
}

/** Each way in which what grew is not what is known: entries expired or not met, and what no entry names. */
export function mismatches(given: Case, grown: Grown): Failure[] {
  const expectations = applicable(given);
  if (expectations.length === 0) return [];
  const wrong = expectations.flatMap((expectation) => {
    const why = expired(expectation, given.today)
      ? `it was tolerated until ${expectation.expires}`
      : unmet(expectation, grown);
    return why === null ? [] : [knownFailure(expectation, `known leak of ${expectation.class}: ${why}`)];
  });
  const strangers = unexplained(expectations, grown);
  if (strangers.length === 0) return wrong;
  const message = `grows beside the known leak, and no entry names it: ${list(strangers)}`;
  return [...wrong, { threshold: 'known', limit: 0, actual: strangers.length, message }];
}

function knownFailure({ perIteration }: Expectation, message: string): Failure {
  return { threshold: 'known', limit: perIteration ?? 0, actual: 0, message };
}
