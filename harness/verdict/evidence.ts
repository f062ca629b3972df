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

/** Everything measured so far that growth is judged by. */
export interface Evidence {
  /** Readings between two snapshots. */
  segments: Reading[][];
  /** Readings before the first snapshot in which native memory was watched; none when it did not seem to grow. */
  resident: Reading[][];
  /** The reading after the last drain, when there was one, and how many of the last segments it emptied. */
  drained: { reading: Reading; segments: number } | null;
  classes: ClassSeries[];
  /** Stores behind objects that were there at baseline, of those that are larger at the last snapshot. */
  stores: StoreSeries[];
  /** Iterations done at each snapshot. */
  snapshotIterations: number[];
}
