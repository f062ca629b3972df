import type { ClassSeries } from './classes.ts';
import type { StoreSeries } from './stores.ts';

/** The metrics that are bytes, in the order they are reported. */
export const BYTE_METRICS = ['heap', 'external', 'arrayBuffers', 'rss', 'processesRss'] as const;
export type ByteMetric = (typeof BYTE_METRICS)[number];

/** The metrics that are counts, handles and gauges by their names beside them. */
export interface Counted {
  processes: number;
  fds: number;
  handles: Record<string, number>;
  gauges: Record<string, number>;
}

/** One settled reading. */
export type Reading = Record<ByteMetric, number> & Counted & { iteration: number };

/** A wait for what has risen to go by itself. */
export interface Drained {
  /** Readings before the wait and after it; no snapshot lies between them. */
  from: Reading;
  to: Reading;
  /** How many of the last segments it emptied. */
  segments: number;
  /** Whether it was so short that what went was merely in flight, which is no growth. */
  inFlight: boolean;
}

/** Everything measured so far that growth is judged by. */
export interface Evidence {
  /** Readings between two snapshots. */
  segments: Reading[][];
  /** Readings before the first snapshot in which native memory was watched; none when it did not seem to grow. */
  resident: Reading[][];
  /** What the last wait for things to go by themselves has shown, when there was one. */
  drained: Drained | null;
  classes: ClassSeries[];
  /** Stores behind objects that were there at baseline, of those that are larger at the last snapshot. */
  stores: StoreSeries[];
  /** Iterations done at each snapshot. */
  snapshotIterations: number[];
}
