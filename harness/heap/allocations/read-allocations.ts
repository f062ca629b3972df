import { createReadStream } from 'node:fs';
import type { HeapSnapshot } from '../snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';
import type { Allocations } from './allocations.ts';
import { TraceParser } from './trace-parser.ts';

const PIECE_BYTES = 1 << 20;

/**
 * Reads which function allocated each object, out of the file a snapshot was read from. V8 writes it into snapshots that
 * are taken while it tracks allocations (`HeapProfiler.startTrackingHeapObjects` with `trackAllocations`).
 *
 * Throws {@link SnapshotError} when the file cannot be read, or was taken without tracking.
 */
export async function readAllocations(path: string, snapshot: HeapSnapshot): Promise<Allocations> {
  const parser = new TraceParser(path, snapshot);
  const stream = createReadStream(path, { highWaterMark: PIECE_BYTES });
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) parser.write(piece);
  } catch (error) {
    if (error instanceof SnapshotError) throw error;
    const { message } = error as Error;
    throw new SnapshotError(path, 0, `a file that can be read (${message})`, { cause: error });
  }
  return parser.end();
}
