import { judgeResident, mayLeakNatively } from '../verdict/resident.ts';
import { readingOf } from './evidence.ts';
import type { Progress, Recorder } from './recorder.ts';
import type { Sample } from './result.ts';

/** Batches of each segment: enough that not one in five may stay level, and then twice as many. */
const SEGMENTS = [6, 12];

/**
 * Watches native memory before the first snapshot, when it rises at the end of the warm-up: a snapshot frees so much that a
 * leak refills it unseen. Without such a rise no iteration is run.
 *
 * @param warmUp Samples after each batch of the warm-up.
 * @param batch Iterations of one batch.
 * @param allowed Bytes per iteration that the thresholds allow.
 * @param hasTimeFor Whether the time-out leaves room for so many milliseconds.
 * @returns The samples of each segment.
 */
export async function watchResident(
  recorder: Recorder,
  warmUp: readonly Sample[],
  { batch, allowed, hasTimeFor }: { batch: number; allowed: number; hasTimeFor(ms: number): boolean },
  onProgress: (progress: Progress) => void,
): Promise<Sample[][]> {
  if (!mayLeakNatively(warmUp.map(readingOf), allowed)) return [];
  const segments: Sample[][] = [];
  const startedAt = performance.now();
  let last = warmUp.at(-1) as Sample;
  for (const [i, batches] of SEGMENTS.entries()) {
    // The second is twice as long as the first.
    if (i > 0 && !hasTimeFor(2 * (performance.now() - startedAt))) break;
    const phase = `native ${i + 1}`;
    const samples = [last];
    segments.push(samples);
    for (let done = 0; done < batches; done++) {
      onProgress({ phase, done, of: batches });
      await recorder.batch(batch, false);
      last = await recorder.sample(phase, recorder.iterationsRun);
      samples.push(last);
    }
    if (judgeResident([samples.map(readingOf)], allowed).state === 'flat') break;
  }
  return segments;
}
