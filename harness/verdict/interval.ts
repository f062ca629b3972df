/** Chance that the true median lies outside the interval: one run in forty, before a longer one confirms it. */
const RISK = 0.025;

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return value;
}

/**
 * How many of the sorted values to leave out at each end, so that the rest still spans the median with a risk of at most
 * {@link RISK} in all: the sign test's confidence interval (W. R. Thompson, "On confidence ranges for the median", 1936).
 * Of fewer than seven values none can be left out, and the risk is greater: 1 in 8 for four.
 */
function trimmed(n: number): number {
  let below = 0;
  let k = 0;
  for (; k < Math.floor((n - 1) / 2); k++) {
    below += binomial(n, k) / 2 ** n;
    if (2 * below > RISK) break;
  }
  return Math.max(0, k - 1);
}

/** A median and the interval it is known to lie in. */
export interface Interval {
  median: number;
  low: number;
  high: number;
}

/** Median of the values with its distribution-free confidence interval; all zero without values. */
export function medianInterval(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  const out = trimmed(sorted.length);
  return { median, low: sorted[out] ?? median, high: sorted[sorted.length - 1 - out] ?? median };
}
