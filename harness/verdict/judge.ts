import type { Assessment } from './assess.ts';
import type { ClassGrowth } from './classes.ts';
import { formatBytes, formatCount } from './format.ts';
import { judged } from './judged.ts';
import { concerns, type Expectation, expired, type Grown, type RetainedGroup, unexplained, unmet } from './known.ts';
import type { Allowance, Allowances, Failure, Growth, Verdict } from './types.ts';

/** Everything a verdict is reached from. */
export interface Case {
  version: string | null;
  /** Measured iterations. */
  iterations: number;
  allowances: Allowances;
  expectations: readonly Expectation[];
  /** YYYY-MM-DD. */
  today: string;
  /** Why the numbers cannot be trusted, when they cannot. */
  invalid: string | null;
  /** Why there was nothing to measure, when there was not. */
  nothing: string | null;
  assessment: Assessment;
  groups: readonly RetainedGroup[];
  errors: { count: number; first: string | null };
  /** Bytes born in the measured iterations that outlived teardown. */
  afterTeardownBytes: number;
  /** Latency at the end over latency at the start: the ratio, and one that chance does not explain. */
  slowdown: { ratio: number; atLeast: number } | null;
  /** Seconds until what had risen was gone; null when nothing had. */
  drainedAfterSeconds: number | null;
}

/** What a run ends with. */
export interface Judgement {
  verdict: Verdict;
  passed: boolean;
  known: boolean;
  /** One sentence. */
  reason: string;
  failures: Failure[];
}

const BYTES = new Set(['heap', 'external', 'arrayBuffers', 'rss']);

function allowanceOf(allowances: Allowances, threshold: string): Allowance {
  const [name, inner] = threshold.split('.', 2) as [string, string?];
  if (name === 'gauges') return allowances.gauges[inner as string] as Allowance;
  return allowances[name as 'heap'] as Allowance;
}

function describeClasses(classes: readonly ClassGrowth[], groups: readonly RetainedGroup[]): string {
  const [first] = groups;
  const leading =
    first === undefined ? classes[0] : (classes.find(({ name }) => name === first.className) ?? classes[0]);
  if (leading === undefined) return '';
  const others = classes.length > 1 ? ` and ${classes.length - 1} more` : '';
  const path = groups.find(({ className }) => className === leading.name)?.retainerPath.join(' ▸ ');
  const kept = path === undefined || path === '' ? '' : `, kept by ${path}`;
  return `${leading.name} by ${formatCount(leading.perIteration)}${others}${kept}`;
}

function growthFailure({ threshold, growth }: { threshold: string; growth: Growth }, given: Case): Failure {
  const allowance = allowanceOf(given.allowances, threshold);
  const format = BYTES.has(threshold) ? formatBytes : formatCount;
  const sentence =
    `${threshold} grows by ${format(growth.perIteration)} per iteration ` +
    `(${format(growth.total)} in ${given.iterations} iterations), more than the allowed ${allowance.written}`;
  return { threshold, limit: allowance.perIteration, actual: growth.perIteration, message: sentence };
}

function objectsFailure(given: Case, growing: readonly ClassGrowth[]): Failure | null {
  const allowance = given.allowances.objects;
  if (allowance === undefined || growing.length === 0) return null;
  const perIteration = growing.reduce((sum, each) => sum + each.perIteration, 0);
  if (perIteration <= allowance.perIteration) return null;
  const total = growing.reduce((sum, each) => sum + each.count, 0);
  return {
    threshold: 'objects',
    limit: allowance.perIteration,
    actual: perIteration,
    message:
      `objects grow by ${formatCount(perIteration)} per iteration (${formatCount(total)} in ${given.iterations} ` +
      `iterations), more than the allowed ${allowance.written}: ${describeClasses(growing, given.groups)}`,
  };
}

function otherFailures(given: Case): Failure[] {
  const { allowances, slowdown, errors, drainedAfterSeconds } = given;
  const failures: Failure[] = [];
  if (errors.count > allowances.errors) {
    failures.push({
      threshold: 'errors',
      limit: allowances.errors,
      actual: errors.count,
      message: `${errors.count} iterations threw, the first: ${errors.first?.split('\n')[0]}`,
    });
  }
  const after = allowances.afterTeardown;
  if (after !== undefined && given.afterTeardownBytes > after.bytes) {
    failures.push({
      threshold: 'afterTeardown',
      limit: after.bytes,
      actual: given.afterTeardownBytes,
      message: `${formatBytes(given.afterTeardownBytes)} outlive teardown, more than the allowed ${after.written}`,
    });
  }
  if (allowances.slowdown !== undefined && slowdown !== null && slowdown.atLeast > allowances.slowdown) {
    failures.push({
      threshold: 'slowdown',
      limit: allowances.slowdown,
      actual: slowdown.ratio,
      message: `an iteration takes ${slowdown.ratio.toFixed(2)} times as long at the end as at the start, more than the allowed ${allowances.slowdown}`,
    });
  }
  if (
    allowances.drainMs !== undefined &&
    drainedAfterSeconds !== null &&
    drainedAfterSeconds * 1000 > allowances.drainMs
  ) {
    failures.push({
      threshold: 'drain',
      limit: allowances.drainMs,
      actual: drainedAfterSeconds * 1000,
      message: `what had grown took ${drainedAfterSeconds.toFixed(1)} s to go, more than the allowed ${allowances.drainMs / 1000} s`,
    });
  }
  return failures;
}

/** Reaches the verdict. Pure: the same case, the same judgement. */
export function judge(given: Case): Judgement {
  const failed = (verdict: Verdict, reason: string): Judgement => ({
    verdict,
    passed: false,
    known: false,
    reason,
    failures: otherFailures(given),
  });
  if (given.invalid !== null) return failed('inconclusive', `The instruments cannot be trusted: ${given.invalid}.`);
  if (given.nothing !== null) return failed('nothing-measured', given.nothing);

  const metrics = judged(given.assessment, given.allowances);
  const growing = metrics.filter(({ growth }) => growth.state === 'growing');
  const growingClasses = given.assessment.classes.filter((each) => each.state === 'growing');
  const objects = objectsFailure(given, growingClasses);
  const growthFailures = [...(objects === null ? [] : [objects]), ...growing.map((each) => growthFailure(each, given))];
  const others = otherFailures(given);
  if (growthFailures.length > 0) return judgeLeak(given, growthFailures, others, growingClasses);

  const applicable = given.expectations.filter((expectation) => concerns(expectation, given.version));
  const gone: Failure[] = applicable.map((expectation) => ({
    threshold: 'known',
    limit: expectation.perIteration ?? 0,
    actual: 0,
    message: `the known leak of ${expectation.class} is gone: remove the entry`,
  }));
  const failures = [...gone, ...others];
  const states = [
    ...metrics.map(({ threshold, growth }) => ({ name: threshold, state: growth.state })),
    ...(given.allowances.objects === undefined ? [] : given.assessment.classes),
  ];
  const inState = (...wanted: string[]) => states.filter(({ state }) => wanted.includes(state)).map(({ name }) => name);
  const passed = failures.length === 0;
  const because = passed ? '' : `; but ${(failures[0] as Failure).message}`;
  const unsure = inState('unsure');
  if (unsure.length > 0) {
    const reason = `${list(unsure)} may grow, and ${given.iterations} iterations were too few to tell; give the scenario more iterations.`;
    return { verdict: 'inconclusive', passed: false, known: false, reason, failures };
  }
  const drained = inState('drained');
  if (drained.length > 0) {
    const seconds = (given.drainedAfterSeconds ?? 0).toFixed(1);
    const reason = `${list(drained)} grew, and went by itself within ${seconds} s${because}.`;
    return { verdict: 'draining', passed, known: false, reason, failures };
  }
  const filling = inState('stopped', 'slowing');
  if (filling.length > 0) {
    const reason = `${list(filling)} grew at first and stopped, as a cache does that fills up${because}.`;
    return { verdict: 'saturating', passed, known: false, reason, failures };
  }
  return {
    verdict: 'clean',
    passed,
    known: false,
    reason: `Nothing grows over ${given.iterations} iterations${because}.`,
    failures,
  };
}

function judgeLeak(
  given: Case,
  growthFailures: Failure[],
  others: Failure[],
  growingClasses: readonly ClassGrowth[],
): Judgement {
  const applicable = given.expectations.filter((expectation) => concerns(expectation, given.version));
  const handles = Object.fromEntries(
    growthFailures
      .filter(({ threshold }) => threshold.startsWith('handles.'))
      .map(({ threshold, actual }) => [threshold.slice('handles.'.length), actual]),
  );
  const grown: Grown = { classes: growingClasses, groups: given.groups, handles };
  const wrong = applicable.flatMap((expectation) => {
    const why = expired(expectation, given.today)
      ? `it was tolerated until ${expectation.expires}`
      : unmet(expectation, grown);
    return why === null ? [] : [{ expectation, why }];
  });
  const strangers = applicable.length === 0 ? [] : unexplained(applicable, grown);
  const headline = (growthFailures[0] as Failure).message;
  if (applicable.length > 0 && wrong.length === 0 && strangers.length === 0) {
    const passed = others.length === 0;
    const because = passed ? '' : `; but ${(others[0] as Failure).message}`;
    const reason = `Known: ${(applicable[0] as Expectation).reason} ${capital(headline)}${because}.`;
    return { verdict: 'leak', passed, known: true, reason, failures: others };
  }
  const knownFailures: Failure[] = wrong.map(({ expectation, why }) => ({
    threshold: 'known',
    limit: expectation.perIteration ?? 0,
    actual: 0,
    message: `known leak of ${expectation.class}: ${why}`,
  }));
  if (strangers.length > 0) {
    knownFailures.push({
      threshold: 'known',
      limit: 0,
      actual: strangers.length,
      message: `grows beside the known leak, and no entry names it: ${list(strangers)}`,
    });
  }
  const failures = [...knownFailures, ...growthFailures, ...others];
  return {
    verdict: 'leak',
    passed: false,
    known: false,
    reason: `${capital((failures[0] as Failure).message)}.`,
    failures,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** At most three names, and how many more. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
