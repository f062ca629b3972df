import path from 'node:path';
import { MEMLAB_MAX_HEAP_BYTES } from '../heap/memlab/index.ts';
import type { SpeedAnswer } from '../subject/protocol.ts';
import type { Sample } from './result.ts';
import type { SnapshotChannel } from './snapshot-channel.ts';
import { Snapshots } from './snapshots.ts';
import type { SubjectProcess } from './subject-process.ts';

/** Told while a run goes on. */
export interface Progress {
  phase: string;
  /** What is being done, in words, where the phase alone does not tell it. */
  detail?: string;
  done: number;
  of: number;
}

/** What a snapshot is taken for. The file of a target takes the place of that of the target before. */
type SnapshotRole = 'baseline' | 'middle' | 'target' | 'final';

/**
 * Asks the subject for measurements and keeps everything it answers, so that what was measured survives whatever fails
 * later.
 */
export class Recorder {
  readonly samples: Sample[] = [];
  readonly snapshots: Snapshots;
  readonly errors: { count: number; first: string | null } = { count: 0, first: null };
  /** Whether any batch allocated more than an empty one would. */
  allocated = false;
  iterationsRun = 0;
  canaries = 0;
  speed: { start: SpeedAnswer | null; end: SpeedAnswer | null } = { start: null, end: null };
  readonly cost = { workMs: 0, snapshotMs: 0 };

  readonly #subject: SubjectProcess;
  readonly #channel: SnapshotChannel;
  readonly #directory: string;

  /** @param directory Of what was compiled for the run; it receives the snapshots that memlab is to read. */
  constructor(subject: SubjectProcess, channel: SnapshotChannel, directory: string) {
    this.#subject = subject;
    this.#channel = channel;
    this.#directory = directory;
    this.snapshots = new Snapshots(directory);
  }

  /** Runs iterations; `canary` sets one free at their end. Returns the milliseconds they took. */
  async batch(iterations: number, canary: boolean): Promise<number> {
    const answer = await this.#subject.ask<'batch'>({ do: 'batch', iterations, canary });
    this.cost.workMs += answer.ms;
    this.iterationsRun += iterations;
    if (canary) this.canaries++;
    this.errors.count += answer.errors;
    this.errors.first ??= answer.firstError;
    // A byte per iteration is left to the rounding of what the loop itself allocates.
    if (answer.allocatedPerIteration === null || answer.allocatedPerIteration > 1) this.allocated = true;
    return answer.ms;
  }

  /** Settles and reads. */
  async sample(phase: string, iteration: number): Promise<Sample> {
    const { settleMs, ...inside } = await this.#subject.ask<'sample'>({ do: 'sample' });
    this.cost.workMs += settleMs;
    const sample: Sample = { iteration, phase, ...inside, ...(await this.#subject.lookFromOutside()) };
    this.samples.push(sample);
    return sample;
  }

  /**
   * Takes a snapshot. It is read while V8 writes it.
   *
   * @param options.replaces Whether it stands for the last one from now on.
   */
  async snapshot(role: SnapshotRole, iteration: number, { replaces = false } = {}): Promise<void> {
    const heapBytes = this.samples.at(-1)?.heapBytes ?? 0;
    const file =
      role === 'middle' || heapBytes > MEMLAB_MAX_HEAP_BYTES
        ? null
        : path.join(this.#directory, `${role}.heapsnapshot`);
    const incoming = this.#channel.expect(file);
    const reading = this.snapshots.read(incoming.pieces, role);
    try {
      const { ms } = await this.#subject.ask<'snapshot'>({ do: 'snapshot', path: incoming.path });
      this.cost.snapshotMs += ms;
    } finally {
      incoming.end();
    }
    this.snapshots.add(reading, { file, iteration, replaces });
  }

  /** Times single iterations. */
  async measureSpeed(when: 'start' | 'end', iterations: number): Promise<void> {
    const answer = await this.#subject.ask<'speed'>({ do: 'speed', iterations });
    this.cost.workMs += answer.latenciesMs.reduce((sum, ms) => sum + ms, 0);
    this.iterationsRun += iterations;
    this.speed[when] = answer;
  }
}
