import { batchSlopes } from './bytes.ts';
import type { Reading } from './evidence.ts';
import { medianInterval } from './interval.ts';
import type { Growth, Segment } from './types.ts';

/**
 * Resident bytes per batch that are not judged. Over the last three batches of the warm-up of 160 scenarios that leak no
 * native memory, the least rise was 88 kB once and below 60 kB else; those that leak it rise by 156 kB to 5 MB.
 */
const NOISE_BYTES_PER_BATCH = 64 * 1024;

/** Batches at the end of the warm-up, and how many of them have to rise before native memory is watched for longer. */
const LAST_BATCHES = 3;
const RISING_BATCHES = 2;

/** The part of a segment's batches that has to rise: an allocator now and then has room left for a whole batch. */
const MOST_BATCHES = 0.8;

/** The part of its former rate at which native memory goes on: allocators take from the system by the piece. */
const STILL_GROWING = 0.5;

/** Resident bytes that neither the heap nor what V8 knows of outside it explains. */
function nativeBytes({ rss, heap, external }: Reading): number {
  return rss - heap - external;
}

function seriesOf(readings: readonly Reading[]): Segment {
  return { iterations: readings.map(({ iteration }) => iteration), values: readings.map(nativeBytes) };
}

function limitOf({ iterations }: Segment, allowed: number): number {
  const batches = iterations.length - 1;
  const span = (iterations.at(-1) as number) - (iterations[0] as number);
  return Math.max(allowed, (NOISE_BYTES_PER_BATCH * batches) / span);
}

/**
 * Whether native memory rises at the end of the warm-up, so that it pays to watch it for longer before the first snapshot.
 * V8 frees 36 to 40 MB when it has written one, and a leak refills that unseen.
 *
 * @param warmUp Readings after each batch of the warm-up.
 * @param allowed Bytes per iteration that the thresholds allow.
 */
export function mayLeakNatively(warmUp: readonly Reading[], allowed: number): boolean {
  if (warmUp.length <= LAST_BATCHES) return false;
  const recent = seriesOf(warmUp.slice(-LAST_BATCHES - 1));
  const limit = limitOf(recent, allowed);
  return batchSlopes([recent]).filter((slope) => slope > limit).length >= RISING_BATCHES;
}

/**
 * Judges native memory by the settled readings before the first snapshot: it grows when nearly every batch of each segment
 * rises, and the second half of the last segment goes on where the first has left off. The first segment is no measure of
 * the rate: room that the allocator keeps may still be filling (sql.js 1.0.0: up to 900 kB a batch, then 160 kB for ever).
 *
 * @param segments None when nothing had to be watched.
 * @param allowed Bytes per iteration that the thresholds allow.
 */
export function judgeResident(segments: readonly (readonly Reading[])[], allowed: number): Growth {
  const series = segments.map(seriesOf);
  const { median, low, high } = medianInterval(batchSlopes(series));
  const total = series.reduce((sum, { values }) => sum + (values.at(-1) as number) - (values[0] as number), 0);
  const growth = { perIteration: median, low, high, total };
  const rises = series.map((segment) => rate(segment, allowed));
  if (rises.length === 0 || rises.includes(null)) return { ...growth, state: 'flat' };
  const last = series[1];
  if (last === undefined) return { ...growth, state: 'unsure' };
  const slopes = batchSlopes([last]);
  const half = Math.floor(slopes.length / 2);
  const [before, after] = [slopes.slice(0, half), slopes.slice(half)].map((each) => medianInterval(each).median);
  return { ...growth, state: (after as number) >= STILL_GROWING * (before as number) ? 'growing' : 'stopped' };
}

/** Bytes per iteration at which nearly every batch of a segment rises; null when they do not. */
function rate(segment: Segment, allowed: number): number | null {
  const slopes = batchSlopes([segment]);
  const limit = limitOf(segment, allowed);
  const rising = slopes.filter((slope) => slope > limit).length;
  const { median } = medianInterval(slopes);
  return rising >= MOST_BATCHES * slopes.length && median > limit ? median : null;
}
