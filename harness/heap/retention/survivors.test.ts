import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highestId } from '../census/highest-id.ts';
import { ClassNames } from '../names/class-names.ts';
import { parseSnapshot } from '../read-snapshot.ts';
import { drawHeap, pieces } from '../testing/heap-picture.ts';
import { CASES } from '../testing/random-cases.ts';
import { survivorsOf } from './survivors.ts';

test('the root survives nothing, even in a file that calls it an object', async () => {
  const picture = drawHeap('root .kept> Kept', {}, { Kept: { id: 5 } });
  const file = picture.json().replace('"nodes":[9,', '"nodes":[3,');
  const snapshot = await parseSnapshot(pieces(file), 'wrong');
  expect(survivorsOf(snapshot, new ClassNames(snapshot), [0, 99])).toEqual([picture.ordinal('Kept')]);
});

/** Objects of a process over three snapshots: each is born before snapshot `born` and dies before snapshot `dies`. */
const lives = fc.array(
  fc.record({
    born: fc.nat(2),
    lasts: fc.integer({ min: 1, max: 3 }),
    className: fc.constantFrom('A', 'B', 'string s'),
  }),
  { maxLength: 30 },
);

test('survivors by birth are the set memlab computes: not in baseline, in target, in final', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (process) => {
      const objects = process
        .toSorted((a, b) => a.born - b.born)
        .map((life, index) => ({ ...life, key: `o${index}`, id: 101 + 2 * index }));
      const snapshots = [0, 1, 2].map((at) => {
        const alive = objects.filter(({ born, lasts }) => born <= at && at < born + lasts);
        const picture = ['root ^global> global', ...alive.map(({ key }) => `global .${key}> ${key}`)].join('\n');
        const nodes = Object.fromEntries(alive.map(({ key, className }) => [key, className]));
        const details = Object.fromEntries(alive.map(({ key, id }) => [key, { id }]));
        return drawHeap(picture, nodes, { ...details, global: { id: 3 } }).snapshot();
      });
      const [baseline, target, final] = await Promise.all(snapshots);
      const boundaries = [highestId(baseline), highestId(target)];
      const found = survivorsOf(final, new ClassNames(final), boundaries).map((node) => final.nodeIds[node]);
      const [before, during, after] = [baseline, target, final].map(({ nodeIds }) => new Set(nodeIds));
      expect(found).toEqual([...after].filter((id) => during.has(id) && !before.has(id)));
    }),
    { numRuns: CASES / 6 },
  );
});
