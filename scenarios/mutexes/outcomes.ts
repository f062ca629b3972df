/** How many of an iteration's callers ended in which way. */
export interface Outcomes {
  succeeded: number;
  failed: number;
  timedOut: number;
}

/**
 * Waits for all callers and counts what became of them.
 *
 * @param isTimeout tells the error of a time-out from that of a callback
 */
export async function outcomesOf(callers: Promise<void>[], isTimeout: (error: Error) => boolean): Promise<Outcomes> {
  const outcomes = { succeeded: 0, failed: 0, timedOut: 0 };
  for (const outcome of await Promise.allSettled(callers)) {
    if (outcome.status === 'fulfilled') outcomes.succeeded++;
    else if (isTimeout(outcome.reason)) outcomes.timedOut++;
    else outcomes.failed++;
  }
  return outcomes;
}
