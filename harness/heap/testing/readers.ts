import { TraceParser } from '../allocations/trace-parser.ts';
import { HighestIdScan } from '../reader/highest-id-scan.ts';
import { SnapshotParser } from '../reader/snapshot-parser.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';

/** Something that is fed the bytes of a snapshot. */
interface Parser<Result> {
  write(bytes: Uint8Array): void;
  end(): Result;
}

/** What there is to read out of a snapshot's bytes; `original` is the snapshot as it was before it was damaged. */
export const READERS = {
  readSnapshot: (bytes: Uint8Array) => new SnapshotParser('mutant', bytes.length),
  readNodes: (bytes: Uint8Array) => new SnapshotParser('mutant', bytes.length, { withoutEdges: true }),
  readHighestId: () => new HighestIdScan('mutant'),
  readAllocations: (_: Uint8Array, original: HeapSnapshot) => new TraceParser('mutant', original),
};

/** Feeds a parser pieces of one size. */
export function feed<Result>(parser: Parser<Result>, bytes: Uint8Array, pieceSize: number): Result {
  for (let from = 0; from < bytes.length; from += pieceSize) parser.write(bytes.subarray(from, from + pieceSize));
  return parser.end();
}

/** The result; undefined for a `SnapshotError` that names a byte of these. Throws on anything else. */
export function attempt<Result>(parser: Parser<Result>, bytes: Uint8Array, pieceSize: number): Result | undefined {
  try {
    return feed(parser, bytes, pieceSize);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    if (!(error.offset >= 0 && error.offset <= bytes.length)) throw new Error(`offset ${error.offset} is outside`);
    return undefined;
  }
}
