/** Bytes by which a diff has to grow to count: of a synchronous action, and of one that gives a promise. */
const SENSITIVITY = { sync: 1_024, async: 5 * 1_024 };

/**
 * The rule of npm `leakage` 0.5.0: more than two thirds of the diffs in a row, that is five of six, each by more than its
 * sensitivity.
 *
 * @param diffs Bytes by which the heap grew in each of the diffs.
 */
export function leakageRule(diffs: readonly number[], async: boolean): boolean {
  const sensitivity = async ? SENSITIVITY.async : SENSITIVITY.sync;
  let longest = 0;
  let inARow = 0;
  for (const diff of diffs) {
    inARow = diff > sensitivity ? inARow + 1 : 0;
    longest = Math.max(longest, inARow);
  }
  return longest > Math.floor((diffs.length * 2) / 3);
}
