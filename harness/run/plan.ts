import { DEFAULTS } from '../scenario/defaults.ts';
import { parseMs } from '../scenario/quantity.ts';
import type { ScenarioFields } from '../scenario/validate.ts';

/**
 * Warm-up batches at the most: 25 of 29 harmless loops are flat to the byte within 9 under the EXACT flags. With the batch
 * that is timed they are as many iterations as are measured, so that a table that doubles when it is full does so once.
 */
const WARM_UP_BATCHES = 9;

/** How a run is divided. */
export interface Plan {
  /** Iterations of each measured batch, by segment: baseline to middle, middle to target. */
  segments: readonly [number[], number[]];
  /** Iterations of one warm-up batch, and how many batches at the most. */
  warmUp: { iterations: number; most: number };
  timeoutMs: number;
  drainMs: number;
}

/** Divides iterations into batches as evenly as whole numbers allow. */
export function divide(iterations: number, batches: number): number[] {
  const ends = Array.from({ length: batches + 1 }, (_, i) => Math.round((i * iterations) / batches));
  return ends.slice(1).map((end, i) => end - (ends[i] as number));
}

/** Measured iterations of a plan, before any doubling. */
export function iterationsOf({ segments }: Plan): number {
  return segments.flat().reduce((sum, size) => sum + size, 0);
}

/** The plan of a scenario; `iterations` overrides the scenario's own. */
export function planRun(fields: ScenarioFields, iterations = fields.iterations ?? DEFAULTS.iterations): Plan {
  const batches = Math.min(fields.batches ?? DEFAULTS.batches, iterations);
  const sizes = divide(iterations, batches);
  const half = Math.ceil(batches / 2);
  const size = Math.max(1, Math.round(iterations / batches));
  const most = fields.warmup === undefined ? WARM_UP_BATCHES : Math.max(1, Math.ceil(fields.warmup / size));
  return {
    segments: [sizes.slice(0, half), sizes.slice(half)],
    warmUp: { iterations: size, most },
    timeoutMs: fields.timeout === undefined ? DEFAULTS.timeoutMs : parseMs(fields.timeout),
    drainMs: fields.drain === undefined ? DEFAULTS.drainMs : parseMs(fields.drain),
  };
}
