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

/**
 * The heap's rise as heights from 0 (lowest) to 1 at the most; steps of a heap that does not grow stay low. The first batch
 * after a snapshot is left out: it fills again what V8 emptied for the snapshot (up to 16 kB in clean runs).
 */
export function heapShape({ rate, samples }: Heights): number[] {
  const settled = samples.filter((sample, i) => sample.phase === samples[i - 1]?.phase);
  const values = risen(settled, (sample) => sample.heapBytes).map(({ value }) => value);
  const least = Math.min(...values);
  const noise = rate === 0 ? LEAST_SPAN_OF_STEPS : NOISE_BYTES_PER_BATCH * values.length;
  const span = Math.max(Math.max(...values) - least, noise);
  return values.map((value) => (value - least) / span);
}
