/** Settled values of one metric between two snapshots, which move the heap themselves. */
export interface Segment {
  /** Iterations done when each value was read, ascending. */
  iterations: number[];
  values: number[];
}

/**
 * - `flat`: within what is allowed.
 * - `growing`: beyond it, all along.
 * - `slowing`: beyond it, but less and less.
 * - `stopped`: it grew and then stopped.
 * - `drained`: it grew, and went by itself in the drain.
 * - `unsure`: it looks like growth, but chance is not excluded yet.
 */
export type GrowthState = 'flat' | 'growing' | 'slowing' | 'stopped' | 'drained' | 'unsure';

/** Growth per iteration with the interval it lies in, and over the whole run. */
export interface Growth {
  perIteration: number;
  low: number;
  high: number;
  total: number;
  state: GrowthState;
}

/** What a run may end with; a reader decides by this word first. */
export type Verdict = 'clean' | 'leak' | 'saturating' | 'draining' | 'inconclusive' | 'crashed' | 'nothing-measured';

/** The most that is allowed: `perIteration` in the metric's unit, and the words it was written in. */
export interface Allowance {
  perIteration: number;
  written: string;
}

/** What each metric may grow by; a metric that is not named is not judged. */
export interface Allowances {
  heap?: Allowance;
  objects?: Allowance;
  external?: Allowance;
  arrayBuffers?: Allowance;
  rss?: Allowance;
  processesRss?: Allowance;
  handles?: Allowance;
  processes?: Allowance;
  fds?: Allowance;
  gauges: Record<string, Allowance>;
  /** Bytes over the run. */
  afterTeardown?: { bytes: number; written: string };
  slowdown?: number;
  /** Milliseconds. */
  drainMs?: number;
  /** Iterations over the run. */
  errors: number;
}

/** A threshold that was exceeded. Bytes, pieces, milliseconds or a ratio, as the threshold's name says. */
export interface Failure {
  threshold: string;
  limit: number;
  actual: number;
  message: string;
}
