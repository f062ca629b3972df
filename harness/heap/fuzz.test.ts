import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupSurvivors, type HeapSnapshot, highestId, SnapshotError, takeCensus } from './index.ts';
import { SnapshotParser } from './reader/snapshot-parser.ts';
import { type LiveSnapshots, liveSnapshots } from './testing/live-snapshots.ts';
import { mutate, randomFrom } from './testing/mutations.ts';
import { smallSnapshot } from './testing/small-snapshot.ts';

/** `STEADYHEAP_MUTANTS=200000` for a long search. 20,000 take about 10 s. */
const MUTANTS = Number(process.env.STEADYHEAP_MUTANTS ?? 20_000);
const PORTIONS = 10;
const NODES = 200;

describe('a damaged snapshot either reads or raises SnapshotError', () => {
  let live: LiveSnapshots;
  let whole: Buffer;
  let small: Buffer;
  beforeAll(async () => {
    live = await liveSnapshots('await snapshot();');
    whole = await readFile(live.paths[0]);
    small = Buffer.from(smallSnapshot(whole.toString(), NODES));
  });
  afterAll(() => live.remove());

  test('undamaged, the cut-down snapshot reads and so does the whole', () => {
    expect(parse(small, small.length)).toMatchObject({ nodeCount: NODES });
    expect(parse(whole, 1 << 16)).toHaveProperty('nodeCount');
  });

  test.each(Array.from({ length: PORTIONS }, (_, seed) => seed))('mutants, portion %i', (seed) => {
    const random = randomFrom(seed);
    let read = 0;
    for (let count = MUTANTS / PORTIONS; count > 0; count--) read += survive(mutate(small, random), 1 + random(4000));
    // Were it none or all, the changes would be too coarse or too fine to test anything.
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(MUTANTS / PORTIONS);
  });

  test('mutants of the whole snapshot', () => {
    const random = randomFrom(4711);
    for (let count = 0; count < 20; count++) survive(mutate(whole, random), 1 << 16);
  });
});

function parse(bytes: Buffer, pieceSize: number, withoutEdges = false): HeapSnapshot {
  const parser = new SnapshotParser('mutant', bytes.length, { withoutEdges });
  for (let from = 0; from < bytes.length; from += pieceSize) parser.write(bytes.subarray(from, from + pieceSize));
  return parser.end();
}

/** Returns 1 for a mutant that reads, after using all of it, and 0 for a `SnapshotError`. Throws on anything else. */
function survive(mutant: Buffer, pieceSize: number): 0 | 1 {
  let snapshot: HeapSnapshot;
  try {
    snapshot = parse(mutant, pieceSize);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    if (!(error.offset >= 0 && error.offset <= mutant.length)) throw new Error(`offset ${error.offset} is outside`);
    return 0;
  }
  // Whatever reads, reads without its edges too.
  expect(takeCensus(parse(mutant, pieceSize, true)).size).toBe(takeCensus(snapshot).size);
  groupSurvivors(snapshot, { boundaries: [0, highestId(snapshot)] });
  return 1;
}
