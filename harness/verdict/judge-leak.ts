import type { Case, Judgement } from './case.ts';
import { grownIn } from './grown.ts';
import type { Expectation } from './known.ts';
import { applicable, mismatches } from './known-failures.ts';
import { sentence } from './sentence.ts';
import type { Failure } from './types.ts';

/**
 * Judges a run in which something leaks: it passes only if it is exactly what the author knows of.
 *
 * @param growth What grows beyond its threshold, at least one failure.
 * @param others Failures that have nothing to do with growth.
 */
export function judgeLeak(given: Case, growth: readonly Failure[], others: readonly Failure[]): Judgement {
  const expectations = applicable(given);
  const wrong = mismatches(given, grownIn(given.assessment, given.groups));
  const [headline] = growth as [Failure];
  if (expectations.length > 0 && wrong.length === 0) {
    const [{ reason: why }] = expectations as [Expectation];
    const reason = sentence(`known: ${why.replace(/\.$/, '')}; ${headline.message}`, others);
    return { verdict: 'leak', passed: others.length === 0, known: true, reason, failures: [...others] };
  }
  const failures = [...wrong, ...growth, ...others];
  const [first] = failures as [Failure];
  return { verdict: 'leak', passed: false, known: false, reason: sentence(first.message, []), failures };
}
