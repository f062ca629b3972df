import type { Sample } from '../../../run/result.ts';

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

/** Bytes a batch that are not judged (see the thresholds of a scenario): what moves by less is drawn as flat. */
const NOISE_PER_BATCH = 64;

/** The heap's rise scaled to 0 (lowest) to 1; flat at 0 where it stays within the noise. */
export function heapShape(samples: readonly Sample[]): number[] {
  const values = risen(samples, (sample) => sample.heapBytes).map(({ value }) => value);
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  return values.map((value) => (range <= NOISE_PER_BATCH * values.length ? 0 : (value - least) / range));
}
