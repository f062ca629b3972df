/**
 * The intervals between snapshots of one process, told by the highest ids of those snapshots: V8 hands out ids in ascending
 * order and never twice. Interval `i` are the births with `boundaries[i] < id <= boundaries[i + 1]`.
 *
 * Throws a RangeError for boundaries that are fewer than two or do not ascend.
 */
export function checkBoundaries(boundaries: readonly number[]): void {
  const ascending = boundaries.every((id, index) => index === 0 || id >= boundaries[index - 1]);
  if (boundaries.length < 2 || !ascending) {
    throw new RangeError(`boundaries must be two or more ascending ids, not [${boundaries.join(', ')}]`);
  }
}

/** The interval an id falls into, which must be above the first boundary and not above the last. */
export function intervalOf(id: number, boundaries: readonly number[]): number {
  let interval = 0;
  while (id > boundaries[interval + 1]) interval++;
  return interval;
}
