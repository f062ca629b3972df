import { expect, test } from 'vitest';
import { drawHeap } from '../testing/heap-picture.ts';
import { takeStores } from './stores.ts';

const PICTURE = `
  root ^global> global
  global .numbers> numbers
  numbers !elements> elements
  global .visits> visits
  visits !table> table
  global .options> options
  options !properties> properties
  options !elements> none
  options .elements> named
  global .later> later
  later !elements> young
`;
const NODES = {
  elements: 'array (object elements)',
  table: 'array ',
  properties: 'array (object properties)',
  none: 'array ',
  young: 'array ',
};
const SIZES = { elements: 800, table: 500, properties: 300, none: 16, named: 9000, young: 700 };

test('the stores behind objects, arrays and maps are added up by owner, those of young and small ones left out', async () => {
  const details = Object.fromEntries(Object.entries(SIZES).map(([key, size]) => [key, { size }]));
  const snapshot = await drawHeap(PICTURE, NODES, { ...details, later: { id: 101 } }).snapshot();
  const idOf = (name: string) => {
    const nodes = Array.from({ length: snapshot.nodeCount }, (_, node) => node);
    return snapshot.nodeIds[
      nodes.find((node) => snapshot.strings.get(snapshot.nodeNames[node]) === name) as number
    ] as number;
  };
  expect(takeStores(snapshot, { bornUntil: 100, atLeast: 20 })).toEqual(
    new Map([
      [idOf('numbers'), 800],
      [idOf('visits'), 500],
      [idOf('options'), 316],
    ]),
  );
});

test('of stores only those of objects count, the smallest and the youngest that are asked for among them', async () => {
  const heap = drawHeap(
    'root .a> a\nroot .fn> fn\na !elements> store\na !other> big\nfn !elements> big',
    { fn: 'closure fn', store: 'array ', big: 'array ' },
    { store: { size: 50 }, big: { size: 9000 } },
  );
  const snapshot = await heap.snapshot();
  const all = new Map([[heap.id('a'), 50]]);
  expect(takeStores(snapshot, { bornUntil: heap.id('a'), atLeast: 50 })).toEqual(all);
  expect(takeStores(snapshot, { bornUntil: 100, atLeast: 51 })).toEqual(new Map());
});
