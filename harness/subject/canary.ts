/**
 * A known survivor per batch. The census and memlab must each find exactly as many as were set free, or the instruments
 * are blind and the run is invalid.
 */
export class SteadyheapCanary {
  batch: number;
  constructor(batch: number) {
    this.batch = batch;
  }
}

/** Same shape and size; keeps the place of a canary, so that setting one free moves the heap by no byte. */
class SteadyheapPerch {
  batch: number;
  constructor(batch: number) {
    this.batch = batch;
  }
}

/** One object that lives as long as the process: its id tells whether V8 has begun to number objects anew. */
export class SteadyheapSentinel {
  readonly since = performance.now();
}

/** More than a run can have batches. */
const PERCHES = 512;
/** V8 trims the spare room of a class's instances after its first few constructions (8 in Node 20 to 26). */
const TRIMMED_AFTER = 16;

/** Reached from the global object, where nothing is compiled away. */
Object.assign(globalThis, { steadyheapSentinel: new SteadyheapSentinel() });

const perches: (SteadyheapCanary | SteadyheapPerch)[] = [];
let free = 0;

/** Makes the perches; once, before anything is measured. */
export function prepareCanaries(): void {
  for (let i = 0; i < TRIMMED_AFTER; i++) new SteadyheapCanary(i);
  for (let i = 0; i < PERCHES; i++) perches.push(new SteadyheapPerch(i));
}

/** Puts one canary where a perch was. */
export function freeCanary(): void {
  perches[free] = new SteadyheapCanary(free);
  free++;
}
