import type { Sample } from '../../../run/result.ts';
import { NOISE_BYTES_PER_BATCH } from '../../../verdict/bytes.ts';

/** A moment of the measured iterations and what had come by then, in the metric's unit. */
export interface Point {
  iteration: number;
  value: number;
}

/** Reads one metric of a sample. */
export type Metric = (sample: Sample) => number;

/**
 * What a metric has risen by since the baseline, over the measured iterations. A heap snapshot moves the heap, so each
 * segment continues where the one before it ended.
 */
export function risen(samples: readonly Sample[], metric: Metric): Point[] {
  const points: Point[] = [];
  let offset = 0;
  let phase = '';
  for (const sample of samples) {
    if (!sample.phase.startsWith('segment')) continue;
    const value = metric(sample);
    if (sample.phase !== phase) {
      offset = (points.at(-1)?.value ?? 0) - value;
      phase = sample.phase;
      if (points.length > 0) continue;
    }
    points.push({ iteration: sample.iteration, value: value + offset });
  }
  return points;
}

/** What is drawn as tall as a leak. */
interface Heights {
  /** Bytes per iteration that were fitted. */
  rate: number;
  samples: readonly Sample[];
}

/** Clean runs still rise by a few kB in single steps; they are to look flat beside a leak. */
const LEAST_SPAN_OF_STEPS = 16_000;
/** What the first batch after a snapshot fills again of what V8 emptied for it, in clean runs. */
const MOST_REFILLED = 16_000;

/** A place on a line, from 0 (left, lowest) to 1 at the most. */
export interface Place {
  x: number;
  y: number;
}

/**
 * The heap's rise as a line over the iterations, so that a constant leak is straight however long its batches are; steps of a
 * heap that does not grow stay low. The first batch after a snapshot is left out, and takes no width, but where it rises by
 * more than the snapshot explains, as with the table of a Map that is made larger.
 */
export function heapShape({ rate, samples }: Heights): Place[] {
  const points = risen(withoutRefills(samples, rate), (sample) => sample.heapBytes);
  const values = points.map(({ value }) => value);
  const least = Math.min(...values);
  const noise = rate === 0 ? LEAST_SPAN_OF_STEPS : NOISE_BYTES_PER_BATCH * values.length;
  const span = Math.max(Math.max(...values) - least, noise);
  const over = Math.max(1, points.at(-1)?.iteration ?? 0);
  return points.map(({ iteration, value }) => ({ x: iteration / over, y: (value - least) / span }));
}

/** The samples without batches that only refill, each segment going on at the iteration where the one before it ended. */
function withoutRefills(samples: readonly Sample[], rate: number): Sample[] {
  const kept: Sample[] = [];
  const measured = samples.filter(({ phase }) => phase.startsWith('segment'));
  for (const segment of Map.groupBy(measured, ({ phase }) => phase).values()) {
    const settled = refills(segment, rate) ? segment.slice(1) : segment;
    const leftOut = (settled[0]?.iteration ?? 0) - (kept.at(-1)?.iteration ?? 0);
    kept.push(...settled.map((sample) => ({ ...sample, iteration: sample.iteration - leftOut })));
  }
  return kept;
}

function refills([start, first]: readonly Sample[], rate: number): boolean {
  if (start === undefined || first === undefined) return true;
  const leaked = rate * (first.iteration - start.iteration);
  return first.heapBytes - start.heapBytes - leaked <= MOST_REFILLED;
}
