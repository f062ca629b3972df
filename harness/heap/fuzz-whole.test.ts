import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeapSnapshot } from './index.ts';
import { type LiveSnapshots, liveSnapshots } from './testing/live-snapshots.ts';
import { Mutator, randomFrom } from './testing/mutations.ts';
import { attempt, feed, READERS } from './testing/readers.ts';
import { TRACKED_SCENE } from './testing/tracked-scene.ts';

/** `STEADYHEAP_WHOLE_MUTANTS=200000` for a long search. 20,000 mutants of 5 MB take 40 s of CPU. */
const MUTANTS = Number(process.env.STEADYHEAP_WHOLE_MUTANTS ?? 20_000);
const PORTIONS = 5;
const PIECE_BYTES = 1 << 18;

describe('a damaged snapshot as V8 wrote it either reads or raises SnapshotError', () => {
  let live: LiveSnapshots;
  let whole: Buffer;
  let original: HeapSnapshot;
  beforeAll(async () => {
    live = await liveSnapshots(TRACKED_SCENE);
    whole = await readFile(live.paths[0]);
    original = feed(READERS.readSnapshot(whole), whole, PIECE_BYTES);
  });
  afterAll(() => live.remove());

  describe.each(Object.entries(READERS))('to %s', (_, reader) => {
    test.each(Array.from({ length: PORTIONS }, (_, seed) => seed))('mutants, portion %i', (seed) => {
      const random = randomFrom(seed);
      const mutator = new Mutator(whole);
      const count = MUTANTS / PORTIONS / Object.keys(READERS).length;
      let read = 0;
      for (let left = count; left > 0; left--) {
        const mutant = mutator.mutant(random);
        if (attempt<unknown>(reader(mutant, original), mutant, PIECE_BYTES) !== undefined) read++;
      }
      // Were it none or all, the changes would be too coarse or too fine to test anything.
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(count);
    });

    test('cut off at random places it never reads', () => {
      const random = randomFrom(4711);
      for (let count = 0; count < 50; count++) {
        const cut = whole.subarray(0, random(whole.length));
        expect(attempt<unknown>(reader(cut, original), cut, PIECE_BYTES)).toBeUndefined();
      }
    });
  });
});
