import type { Growth, Segment } from './types.ts';

/** A count grows when its lowest value rises from each quarter of the run to the next. */
const WINDOWS = 4;

function lowestPerWindow(values: readonly number[]): number[] {
  const size = values.length / WINDOWS;
  return Array.from({ length: WINDOWS }, (_, i) =>
    Math.min(...values.slice(Math.floor(i * size), Math.max(Math.floor((i + 1) * size), Math.floor(i * size) + 1))),
  );
}

/**
 * Judges a series of whole numbers (handles, processes, descriptors). Their low-water marks are compared, as a socket that
 * is just being closed is counted at one moment and not at the next.
 *
 * @param allowed Pieces per iteration that the thresholds allow.
 */
export function judgeCounts(segments: readonly Segment[], allowed: number): Growth {
  const values = segments.flatMap((segment) => segment.values);
  const iterations = segments.flatMap((segment) => segment.iterations);
  const span = (iterations.at(-1) ?? 0) - (iterations[0] ?? 0);
  const total = (values.at(-1) ?? 0) - (values[0] ?? 0);
  const perIteration = span === 0 ? 0 : total / span;
  const marks = lowestPerWindow(values);
  const rises = marks.slice(1).map((mark, i) => mark - (marks[i] as number));
  const steady = rises.every((rise) => rise > 0);
  const last = rises.at(-1) as number;
  const growth = { perIteration, low: steady ? perIteration : 0, high: perIteration, total };
  if (total <= 0 || perIteration <= allowed)
    return { ...growth, state: rises.some((rise) => rise > 0) && last <= 0 && total > 0 ? 'stopped' : 'flat' };
  if (steady) return { ...growth, state: 'growing' };
  if (last <= 0 && (values.at(-1) as number) <= Math.max(...values.slice(0, -1)))
    return { ...growth, state: 'stopped' };
  return { ...growth, state: 'unsure' };
}
