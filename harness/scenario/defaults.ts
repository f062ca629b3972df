/** What a scenario that does not say otherwise gets. */
export const DEFAULTS = { iterations: 100, batches: 10, timeoutMs: 60_000, drainMs: 11_000 };
