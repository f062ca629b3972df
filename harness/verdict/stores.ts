import type { GrowthState } from './types.ts';

/** Bytes of the stores behind one object that is older than the measuring. */
export interface StoreSeries {
  /** The object's id in the snapshots. */
  owner: number;
  /** At baseline, middle, target and so on. */
  bytes: number[];
}

/** What the stores behind an object have done over the run. */
export interface StoreGrowth {
  owner: number;
  state: GrowthState;
  /** Bytes per iteration over the last three intervals. */
  perIteration: number;
  /** Bytes more than at baseline. */
  total: number;
}

/** Intervals looked at; a store grows by half of its size, a table by all of it, so it need not grow in each of them. */
const RECENT_INTERVALS = 3;
const GROWING_INTERVALS = 2;

/**
 * Judges the stores behind one object. Stores grow by steps: they are made half as large again or twice as large when they
 * are full. What is added to one with every iteration makes it grow in nearly every interval that is as long as all before
 * it, and in the last one; one that holds no more than so much has stopped.
 *
 * @param iterations Iterations done at each snapshot.
 * @param limit Bytes per iteration that are not judged.
 */
export function judgeStore({ owner, bytes }: StoreSeries, iterations: readonly number[], limit: number): StoreGrowth {
  const from = Math.max(0, bytes.length - 1 - RECENT_INTERVALS);
  const span = (iterations.at(-1) as number) - (iterations[from] as number);
  const perIteration = span === 0 ? 0 : ((bytes.at(-1) as number) - (bytes[from] as number)) / span;
  const growth = { owner, perIteration, total: (bytes.at(-1) as number) - (bytes[0] as number) };
  if (growth.total <= 0 || perIteration <= limit) return { ...growth, state: 'flat' };
  const grew = bytes.slice(1).map((each, i) => each > (bytes[i] as number));
  // Each of the first two intervals is shorter than what was run before it, so a table may have stood still in one.
  if (grew.length < RECENT_INTERVALS) return { ...growth, state: 'unsure' };
  if (!grew.at(-1)) return { ...growth, state: 'stopped' };
  const often = grew.slice(-RECENT_INTERVALS).filter(Boolean).length >= GROWING_INTERVALS;
  return { ...growth, state: often ? 'growing' : 'unsure' };
}
