import type { Progress, Recorder } from './recorder.ts';
import type { Sample } from './result.ts';

/** The measured part of a run: batches with a settled sample after each, in segments that lie between two snapshots. */
export class Segments {
  /** Samples of each segment, the one before its first batch included. */
  readonly samples: Sample[][] = [];
  iterations = 0;
  batches = 0;
  /** By `performance.now()`. */
  lastBeganAt = 0;
  readonly #recorder: Recorder;
  readonly #onProgress: (progress: Progress) => void;

  constructor(recorder: Recorder, onProgress: (progress: Progress) => void) {
    this.#recorder = recorder;
    this.#onProgress = onProgress;
  }

  /**
   * Runs one segment.
   *
   * @param sizes Iterations of each of its batches.
   * @returns Its last sample.
   */
  async run(sizes: readonly number[]): Promise<Sample> {
    this.lastBeganAt = performance.now();
    const phase = `segment ${this.samples.length + 1}`;
    // A snapshot moves the heap by up to 110 kB: what comes after it is compared with this sample, not with earlier ones.
    let sample = await this.#recorder.sample(phase, this.iterations);
    const samples = [sample];
    this.samples.push(samples);
    for (const [i, size] of sizes.entries()) {
      this.#onProgress({ phase, done: i, of: sizes.length });
      await this.#recorder.batch(size, true);
      this.iterations += size;
      this.batches++;
      sample = await this.#recorder.sample(phase, this.iterations);
      samples.push(sample);
    }
    return sample;
  }
}
