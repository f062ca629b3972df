import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeapSnapshot } from '../snapshot.ts';
import { drawHeap } from '../testing/heap-picture.ts';
import { CASES } from '../testing/random-cases.ts';
import { type ClassDifference, diffSnapshots } from './diff-snapshots.ts';

/** The heap with these objects: their ids, and what their classes are called. */
function heapOf(objects: Record<number, string>, sizes: Record<number, number> = {}): Promise<HeapSnapshot> {
  const ids = Object.keys(objects).map(Number);
  const picture = ['root ^global> global', ...ids.map((id) => `global [${id}> n${id}`)].join('\n');
  const nodes = Object.fromEntries(ids.map((id) => [`n${id}`, objects[id]]));
  const details = Object.fromEntries(ids.map((id) => [`n${id}`, { id, size: sizes[id] }]));
  return drawHeap(picture, nodes, { ...details, root: { id: 1 }, global: { id: 3 } }).snapshot();
}

test('two snapshots of one process differ in what was born and what is gone', async () => {
  const before = await heapOf({ 11: 'Tenant', 13: 'Session', 15: 'Session' }, { 13: 20, 15: 30 });
  const after = await heapOf({ 11: 'Tenant', 15: 'Session', 17: 'Tenant', 19: 'Tenant' }, { 17: 7, 19: 8 });
  expect(diffSnapshots(before, after)).toEqual(
    new Map([
      ['Tenant', { born: 2, bornBytes: 15, gone: 0, goneBytes: 0 }],
      ['Session', { born: 0, bornBytes: 0, gone: 1, goneBytes: 20 }],
    ]),
  );
  expect(diffSnapshots(after, before).get('Tenant')).toEqual({ born: 0, bornBytes: 0, gone: 2, goneBytes: 15 });
});

test('a snapshot does not differ from itself, and what is not user-visible differs from nothing', async () => {
  const snapshot = await heapOf({ 11: 'Tenant', 12: 'native Hash' });
  expect(diffSnapshots(snapshot, snapshot)).toEqual(new Map());
  expect(diffSnapshots(await heapOf({}), await heapOf({ 12: 'native Hash', 13: 'system / Map' }))).toEqual(new Map());
});

test('closures are told apart by their place, which sources can tell', async () => {
  const closure = (id: number) =>
    drawHeap('root ^global> global\nglobal .fn> fn', { fn: 'closure fn' }, { fn: { id, location: [7, 1] } }).snapshot();
  const difference = diffSnapshots(await closure(11), await closure(13), { scriptUrl: () => 'file:///app/bus.js' });
  expect([...difference.keys()]).toEqual(['closure fn (bus.js:2)']);
});

/** By definition, an object at a time. */
function naive(before: HeapSnapshot, after: HeapSnapshot): Map<string, ClassDifference> {
  const objects = ({ nodeIds, nodeNames, nodeSizes, strings }: HeapSnapshot) =>
    Array.from(nodeIds, (id, node) => ({ id, name: strings.get(nodeNames[node]), bytes: nodeSizes[node] }));
  const [earlier, later] = [objects(before), objects(after)];
  const without = (all: typeof earlier, others: typeof earlier, name: string) =>
    all.filter((object) => object.name === name && !others.some(({ id }) => id === object.id));
  const bytesOf = (all: typeof earlier) => all.reduce((sum, { bytes }) => sum + bytes, 0);
  const differences = ['A', 'B', 'C'].map((name): [string, ClassDifference] => {
    const born = without(later, earlier, name);
    const gone = without(earlier, later, name);
    return [name, { born: born.length, bornBytes: bytesOf(born), gone: gone.length, goneBytes: bytesOf(gone) }];
  });
  return new Map(differences.filter(([, { born, gone }]) => born + gone > 0));
}

test('the difference is the one by definition, whatever is in the two snapshots', async () => {
  const object = fc.record({
    id: fc.nat(60).map((n) => 2 * n + 5),
    className: fc.constantFrom('A', 'B', 'C'),
    size: fc.integer({ min: 1, max: 99 }),
    alive: fc.constantFrom('before', 'after', 'both'),
  });
  const objects = fc.uniqueArray(object, { maxLength: 20, selector: ({ id }) => id });
  await fc.assert(
    fc.asyncProperty(objects, async (all) => {
      const [before, after] = await Promise.all(
        (['before', 'after'] as const).map((time) => {
          const alive = all.filter((each) => each.alive === time || each.alive === 'both');
          const of = <Value>(value: (each: (typeof all)[number]) => Value) =>
            Object.fromEntries(alive.map((each) => [each.id, value(each)]));
          return heapOf(
            of(({ className }) => className),
            of(({ size }) => size),
          );
        }),
      );
      expect(diffSnapshots(before, after)).toEqual(naive(before, after));
    }),
    { numRuns: CASES },
  );
});
