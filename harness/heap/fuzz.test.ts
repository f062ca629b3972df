import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupSurvivors, type HeapSnapshot, highestId, takeCensus } from './index.ts';
import { type LiveSnapshots, liveSnapshots } from './testing/live-snapshots.ts';
import { Mutator, randomFrom } from './testing/mutations.ts';
import { attempt, feed, READERS } from './testing/readers.ts';
import { smallSnapshot } from './testing/small-snapshot.ts';
import { TRACKED_SCENE } from './testing/tracked-scene.ts';

/** `STEADYHEAP_MUTANTS=200000` for a long search. 10,000 take 8 s of CPU. */
const MUTANTS = Number(process.env.STEADYHEAP_MUTANTS ?? 10_000);
const PORTIONS = 10;
const NODES = 300;

describe('every reader reads a damaged snapshot or raises SnapshotError, and what reads can be used', () => {
  let live: LiveSnapshots;
  let small: Buffer;
  let original: HeapSnapshot;
  beforeAll(async () => {
    live = await liveSnapshots(TRACKED_SCENE);
    small = Buffer.from(smallSnapshot(await readFile(live.paths[0], 'utf8'), NODES));
    original = feed(READERS.readSnapshot(small), small, small.length);
  });
  afterAll(() => live.remove());

  test('undamaged, the cut-down snapshot reads', () => {
    expect(original).toMatchObject({ nodeCount: NODES });
    expect(feed(READERS.readHighestId(), small, 1000)).toBe(highestId(original));
    const allocations = feed(READERS.readAllocations(small, original), small, 1000);
    const stacks = Array.from({ length: 20 }, (_, number) =>
      allocations.stack(number).map((frame) => frame.functionName),
    );
    expect(stacks.flat()).toContain('takeOrder');
  });

  test.each(Array.from({ length: PORTIONS }, (_, seed) => seed))('mutants, portion %i', (seed) => {
    const random = randomFrom(seed);
    const mutator = new Mutator(small);
    let read = 0;
    for (let count = MUTANTS / PORTIONS; count > 0; count--) read += survive(mutator.mutant(random), 1 + random(4000));
    // Were it none or all, the changes would be too coarse or too fine to test anything.
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(MUTANTS / PORTIONS);
  });

  /** Returns 1 for a mutant that reads, after using all of it, and 0 for one that no longer does. */
  function survive(mutant: Buffer, pieceSize: number): 0 | 1 {
    const snapshot = attempt(READERS.readSnapshot(mutant), mutant, pieceSize);
    const withoutEdges = attempt(READERS.readNodes(mutant), mutant, pieceSize);
    const highest = attempt(READERS.readHighestId(), mutant, pieceSize);
    const allocations = attempt(READERS.readAllocations(mutant, original), mutant, pieceSize);
    for (let node = 0; allocations && node < NODES; node++) allocations.stack(allocations.stackNumber(node));
    if (!snapshot) return 0;
    // Whatever reads, reads without its edges too, and has the highest id that is found without reading it.
    expect(takeCensus(withoutEdges as HeapSnapshot).size).toBe(takeCensus(snapshot).size);
    expect(highest).toBe(highestId(snapshot));
    groupSurvivors(snapshot, { boundaries: [0, highestId(snapshot)] });
    return 1;
  }
});
