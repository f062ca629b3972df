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
export interface Drained {
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
   * When something has risen above `reference`, waits until it is gone or the wait is over, and samples again.
   *
   * @returns The sample after the wait and the seconds it took; null when nothing had risen.
   */
  async until(now: Sample, reference: Sample, phase: string): Promise<Drained | null> {
    const waitedFor = risen(now, reference, this.#permanent);
    if (waitedFor.length === 0) return null;
    const before = levels(now);
    const drained = await this.#wait(now, phase, (sample) => risen(sample, reference, this.#permanent).length === 0);
    const after = levels(drained.sample);
    // What a whole wait has not lowered will not be lowered by the next one.
    for (const name of waitedFor) if ((after.get(name) ?? 0) >= (before.get(name) ?? 0)) this.#permanent.add(name);
    return drained;
  }

  /**
   * Waits for timers that do not keep the process alive, as no list of handles shows: until the settled heap has fallen.
   *
   * @param bytes What the heap has to fall to.
   * @returns Null when it does not fall that far before the wait is over; it is then not waited for again.
   */
  async untilHeapFalls(now: Sample, bytes: number, phase: string): Promise<Drained | null> {
    if (this.#permanent.has(UNREFERENCED_TIMERS)) return null;
    const hasFallen = (sample: Sample) => sample.heapBytes <= bytes;
    const drained = await this.#wait(now, phase, hasFallen);
    if (hasFallen(drained.sample)) return drained;
    this.#permanent.add(UNREFERENCED_TIMERS);
    return null;
  }

  async #wait(now: Sample, phase: string, isOver: (sample: Sample) => boolean): Promise<Drained> {
    const startedAt = performance.now();
    let sample = now;
    while (performance.now() - startedAt < this.#longestMs && !isOver(sample)) {
      await this.#subject.ask<'wait'>({ do: 'wait', ms: LOOK_EVERY_MS });
      sample = await this.#recorder.sample(phase, now.iteration);
    }
    return { sample, seconds: (performance.now() - startedAt) / 1000 };
  }
}
