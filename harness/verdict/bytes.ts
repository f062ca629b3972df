import { medianInterval } from './interval.ts';
import { goesOn } from './still-growing.ts';
import type { Growth, Segment } from './types.ts';

/**
 * Bytes per batch that are not judged. Under the EXACT flags a steady loop moves by 0 (27 of 29 harmless loops on Node 20
 * to 26), and the smallest leak looked for, 16 bytes an iteration, moves a batch of 10 by 160.
 */
export const NOISE_BYTES_PER_BATCH = 64;

/** Growth per iteration of each batch: differences of neighbouring values within each segment. */
export function batchSlopes(segments: readonly Segment[]): number[] {
  return segments.flatMap(({ iterations, values }) =>
    values
      .slice(1)
      .map((value, i) => (value - (values[i] as number)) / ((iterations[i + 1] as number) - (iterations[i] as number))),
  );
}

/** Bytes per iteration below which growth is not judged, for these batches. */
export function noiseFloor(segments: readonly Segment[]): number {
  const sizes = segments.flatMap(({ iterations }) =>
    iterations.slice(1).map((end, i) => end - (iterations[i] as number)),
  );
  return sizes.length === 0 ? 0 : NOISE_BYTES_PER_BATCH / Math.min(...sizes);
}

/**
 * Judges a series of settled bytes. The rate is the median of the batches' slopes in the last two segments, so one step (a
 * table that is made larger, a late initialisation) does not count as growth, and what has stopped does not count either.
 *
 * @param allowed Bytes per iteration that the thresholds allow.
 * @param steps Bytes of each segment's growth that are known to be steps.
 */
export function judgeBytes(segments: readonly Segment[], allowed: number, steps: readonly number[] = []): Growth {
  const recent = segments.slice(-2);
  const { median, low, high } = medianInterval(batchSlopes(recent));
  const limit = Math.max(allowed, noiseFloor(recent));
  const growth = { perIteration: median, low, high, total: totalOf(segments) };
  const halves = segments.map((segment) => medianInterval(batchSlopes([segment])).median);
  const [before = 0, last = 0] = halves.slice(-2);
  if (low > limit) {
    // Medians of five batches scatter where growth is random from batch to batch; the rate of the whole segment less so.
    const known = steps.slice(-recent.length);
    const [rateBefore = 0, rateLast = 0] = recent.map((segment, i) => rateOf(segment, known[i] ?? 0));
    const steady = goesOn(before, last) || goesOn(rateBefore, rateLast);
    return { ...growth, state: steady ? 'growing' : 'slowing' };
  }
  // What grows in the last half has not stopped, whatever came before: a leak may begin late.
  if (mostlyRises(segments.at(-1), limit)) return { ...growth, state: 'unsure' };
  return { ...growth, state: halves.some((half) => half > limit) ? 'stopped' : 'flat' };
}

/** Batches of five that have to rise before a segment looks like growth; data that swings about zero has two or three. */
const MOST_OF_A_SEGMENT = 0.8;

/** Whether nearly every batch of a segment rises by more than the limit, and the segment as a whole does. */
function mostlyRises(segment: Segment | undefined, limit: number): boolean {
  if (segment === undefined) return false;
  const slopes = batchSlopes([segment]);
  const rising = slopes.filter((slope) => slope > limit).length;
  // Half of them are enough where none falls: growth that begins within the segment.
  if (rising > slopes.length / 2 && slopes.every((slope) => slope >= -limit)) return true;
  const span = (segment.iterations.at(-1) ?? 0) - (segment.iterations[0] ?? 0);
  return rising >= MOST_OF_A_SEGMENT * slopes.length && totalOf([segment]) > limit * span;
}

/** The part of the growth in a segment that has to be left when the next one begins; of a leak all of it is (measured: 0.9). */
const LEFT_AT_NEXT_START = 0.5;

/**
 * Bytes that have to fill up to be worth a word. Settled heaps of scenarios with sockets, timers or browsers move by up to
 * 5.4 kB now and then and stay there: whether they do must not make the verdict.
 */
const FILLED_BYTES = 16_384;

/** Whether a segment has grown by much, and the heap has never come back from it: a cache keeps what it has. */
export function hasFilled(segments: readonly Segment[]): boolean {
  return segments.slice(0, -1).some((segment, i) => {
    // The first value follows a snapshot, which empties caches of V8 that the first batch fills again: up to 3 kB.
    const settledAt = segment.values[1] ?? 0;
    const grown = (segment.values.at(-1) ?? 0) - settledAt;
    const lowestLater = Math.min(...segments.slice(i + 1).flatMap(({ values }) => values));
    return grown > FILLED_BYTES && lowestLater - settledAt >= LEFT_AT_NEXT_START * grown;
  });
}

/**
 * Whether what has grown in a segment is still there when the next one begins, after a snapshot. Young objects that a
 * library's own clock lets go within a second are not: they grow within each segment and from start to start by nothing.
 */
export function staysToNextStart(segments: readonly Segment[]): boolean {
  const [before, last] = segments.slice(-2);
  if (before === undefined || last === undefined) return true;
  const grown = (before.values.at(-1) ?? 0) - (before.values[0] ?? 0);
  const left = (last.values[0] ?? 0) - (before.values[0] ?? 0);
  return left >= LEFT_AT_NEXT_START * grown;
}

/** Growth per iteration from the first value of a segment to its last, but for steps of so many bytes. */
function rateOf(segment: Segment, steps: number): number {
  return (totalOf([segment]) - steps) / ((segment.iterations.at(-1) ?? 0) - (segment.iterations[0] ?? 0));
}

/** Growth within the segments, leaving out what the snapshots between them moved. */
export function totalOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { values }) => sum + (values.at(-1) ?? 0) - (values[0] ?? 0), 0);
}
