import type { Growth, GrowthState, Segment } from './types.ts';

/** A count grows when its lowest value rises from each quarter of the run to the next. */
const WINDOWS = 4;

function lowestPerWindow(values: readonly number[]): number[] {
  const size = values.length / WINDOWS;
  return Array.from({ length: WINDOWS }, (_, i) =>
    Math.min(...values.slice(Math.floor(i * size), Math.max(Math.floor((i + 1) * size), Math.floor(i * size) + 1))),
  );
}

/** What a series that rose from its first value to its last has done. */
function stateOfRise(values: readonly number[], rises: readonly number[]): GrowthState {
  if (rises.every((rise) => rise > 0)) return 'growing';
  const last = values.at(-1) as number;
  if ((rises.at(-1) as number) > 0 || last > Math.max(...values.slice(0, -1))) return 'unsure';
  return rises.some((rise) => rise > 0) ? 'stopped' : 'flat';
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
  const low = rises.every((rise) => rise > 0) ? perIteration : 0;
  const state = perIteration > allowed ? stateOfRise(values, rises) : 'flat';
  return { perIteration, low, high: perIteration, total, state };
}
