import type { ClassSeries } from './classes.ts';

/** The metrics that are bytes, in the order they are reported. */
export const BYTE_METRICS = ['heap', 'external', 'arrayBuffers', 'rss'] as const;
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
  /** The reading after the last drain, when there was one, and how many of the last segments it emptied. */
  drained: { reading: Reading; segments: number } | null;
  classes: ClassSeries[];
  /** Iterations done at each snapshot. */
  snapshotIterations: number[];
}
