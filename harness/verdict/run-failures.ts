import type { Case } from './case.ts';
import { formatBytes } from './format.ts';
import type { Failure } from './types.ts';

function errorsFailure({ allowances, errors }: Case): Failure | null {
  if (errors.count <= allowances.errors) return null;
  const iterations = errors.count === 1 ? '1 iteration threw' : `${errors.count} iterations threw`;
  const first = errors.first?.split('\n')[0].replace(/\.+$/, '');
  return {
    threshold: 'errors',
    limit: allowances.errors,
    actual: errors.count,
    message: `${iterations}, more than the allowed ${allowances.errors}; the first: ${first}`,
  };
}

function afterTeardownFailure({ allowances, afterTeardownBytes: bytes, iterations }: Case): Failure | null {
  const limit = allowances.afterTeardown;
  if (limit === undefined || bytes <= limit.bytes) return null;
  return {
    threshold: 'afterTeardown',
    limit: limit.bytes,
    actual: bytes,
    message:
      `${formatBytes(bytes)} outlive teardown (${formatBytes(bytes / iterations)} per iteration), ` +
      `more than the allowed ${limit.written}`,
  };
}

function slowdownFailure({ allowances, slowdown }: Case): Failure | null {
  const limit = allowances.slowdown;
  if (limit === undefined || slowdown === null || slowdown.atLeast <= limit) return null;
  const times = slowdown.ratio.toFixed(2);
  return {
    threshold: 'slowdown',
    limit,
    actual: slowdown.ratio,
    message: `an iteration takes ${times} times as long at the end as at the start, more than the allowed ${limit}`,
  };
}

function drainFailure({ allowances, drainedAfterSeconds: seconds }: Case): Failure | null {
  const limit = allowances.drainMs;
  if (limit === undefined || seconds === null || seconds * 1000 <= limit) return null;
  return {
    threshold: 'drain',
    limit,
    actual: seconds * 1000,
    message: `what had grown took ${seconds.toFixed(1)} s to go, more than the allowed ${limit / 1000} s`,
  };
}

/** Each threshold on the run as a whole that was exceeded: errors, afterTeardown, slowdown, drain. */
export function runFailures(given: Case): Failure[] {
  const limits = [errorsFailure, afterTeardownFailure, slowdownFailure, drainFailure];
  return limits.map((failureOf) => failureOf(given)).filter((failure) => failure !== null);
}
