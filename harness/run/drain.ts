import type { Recorder } from './recorder.ts';
import type { Sample } from './result.ts';
import type { SubjectProcess } from './subject-process.ts';

/** How often to look whether what had risen is gone, milliseconds. */
const LOOK_EVERY_MS = 250;

type Levels = Map<string, number>;

function levels(sample: Sample): Levels {
  const found: Levels = new Map(Object.entries(sample.handles));
  found.set('child processes', sample.processes);
  return found;
}

function risen(now: Sample, reference: Sample, except: ReadonlySet<string>): string[] {
  const before = levels(reference);
  return [...levels(now)]
    .filter(([name, count]) => !except.has(name) && count > (before.get(name) ?? 0))
    .map(([name]) => name);
}

/** Stands among the names of handles for the timers that no list of handles shows. */
const UNREFERENCED_TIMERS = 'unreferenced timers';

/** What there is after a wait. */
export interface Waited {
  /** Before the wait. */
  from: Sample;
  /** After it. */
  sample: Sample;
  /** How long it took. */
  seconds: number;
}

/** Waits for handles, timers and processes to go by themselves, and remembers which have shown that they do not. */
export class Drain {
  readonly #subject: SubjectProcess;
  readonly #recorder: Recorder;
  readonly #longestMs: number;
  readonly #permanent = new Set<string>();

  constructor(subject: SubjectProcess, recorder: Recorder, longestMs: number) {
    this.#subject = subject;
    this.#recorder = recorder;
    this.#longestMs = longestMs;
  }

  /** Waits again for what has not gone so far. */
  forget(): void {
    this.#permanent.clear();
  }

  /**
   * When handles or processes have risen above `reference`, waits until they are gone or the wait is over, and samples again.
   *
   * @returns Null when nothing had risen.
   */
  async until(now: Sample, reference: Sample, phase: string): Promise<Waited | null> {
    const waitedFor = risen(now, reference, this.#permanent);
    if (waitedFor.length === 0) return null;
    const before = levels(now);
    const isOver = (sample: Sample) => risen(sample, reference, this.#permanent).length === 0;
    const waited = await this.#wait(now, phase, isOver);
    const after = levels(waited.sample);
    // What a whole wait has not lowered will not be lowered by the next one.
    for (const name of waitedFor) if ((after.get(name) ?? 0) >= (before.get(name) ?? 0)) this.#permanent.add(name);
    return waited;
  }

  /**
   * Waits for timers that do not keep the process alive, as no list of handles shows: until the settled heap has fallen.
   *
   * @param iteration Iterations done.
   * @param bytes By how much the heap has to fall.
   * @returns Null when it does not fall that far before the wait is over; it is then not waited for again.
   */
  async untilHeapFalls(iteration: number, bytes: number): Promise<Waited | null> {
    if (this.#permanent.has(UNREFERENCED_TIMERS)) return null;
    const from = await this.#recorder.sample('drain', iteration);
    const hasFallen = (sample: Sample) => from.heapBytes - sample.heapBytes >= bytes;
    const waited = await this.#wait(from, 'drain', hasFallen);
    if (hasFallen(waited.sample)) return waited;
    this.#permanent.add(UNREFERENCED_TIMERS);
    return null;
  }

  /**
   * Waits for what is in flight: what a library lets go a moment later.
   *
   * @param iteration Iterations done.
   * @param until When all of it has gone, by `performance.now()`.
   */
  async untilLanded(iteration: number, until: number): Promise<Waited> {
    const from = await this.#recorder.sample('in flight', iteration);
    const ms = Math.max(0, until - performance.now());
    await this.#subject.ask<'wait'>({ do: 'wait', ms });
    const sample = await this.#recorder.sample('in flight', iteration);
    return { from, sample, seconds: ms / 1000 };
  }

  async #wait(from: Sample, phase: string, isOver: (sample: Sample) => boolean): Promise<Waited> {
    const startedAt = performance.now();
    let sample = from;
    while (performance.now() - startedAt < this.#longestMs && !isOver(sample)) {
      await this.#subject.ask<'wait'>({ do: 'wait', ms: LOOK_EVERY_MS });
      sample = await this.#recorder.sample(phase, from.iteration);
    }
    return { from, sample, seconds: (performance.now() - startedAt) / 1000 };
  }
}
