// A scenario may replace the global timers; the harness goes on with the real ones.
const { gc, setImmediate } = globalThis;

/**
 * Rounds of collection at the most. Measured: 29 harmless loops on Node 20 to 26 are still after 2 to 4; the rest of the
 * rounds are for finalizers that make further objects collectable.
 */
const MOST_ROUNDS = 12;
/** A WeakRef's target survives the task that read it, and finalizers run in a task of their own. */
const FEWEST_ROUNDS = 3;

/** Collects garbage until the heap stops shrinking. */
export async function settle(): Promise<void> {
  let before = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    (gc as () => void)();
    await new Promise(setImmediate);
    const used = process.memoryUsage().heapUsed;
    if (used >= before && round >= FEWEST_ROUNDS) break;
    before = used;
  }
  (gc as () => void)();
}
