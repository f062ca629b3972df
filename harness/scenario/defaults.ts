/**
 * What a scenario that does not say otherwise gets. The time-out is long, as a run that it cuts short has no verdict: on a
 * machine with seven processes a core, scenarios that take 10 s alone took 60.
 */
export const DEFAULTS = { iterations: 100, batches: 10, timeoutMs: 180_000, drainMs: 11_000 };
