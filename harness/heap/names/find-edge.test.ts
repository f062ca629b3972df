import { expect, test } from 'vitest';
import { drawHeap } from '../testing/heap-picture.ts';
import { findEdge } from './find-edge.ts';

test('an edge is found by its name among those of its node, the first of several', async () => {
  const heap = drawHeap(`
    root .a> a
    root .b> b
    a .other> x
    a .wanted> one
    a !wanted> two
    b .last> y
    b .late> z
  `);
  const snapshot = await heap.snapshot();
  const found = (node: string, name: string) => findEdge(snapshot, heap.ordinal(node), name);
  expect(found('a', 'wanted')).toBe(heap.ordinal('one'));
  expect(found('b', 'late')).toBe(heap.ordinal('z'));
  expect(found('a', 'late')).toBeUndefined();
  expect(found('b', 'wanted')).toBeUndefined();
  expect(found('a', 'nowhere')).toBeUndefined();
});

test('the number of an element or of a hidden link is no name', async () => {
  const picture = (index: number) => `root .wanted> x\nroot .a> a\na [${index}> one\na #${index}> two`;
  const name = (await drawHeap(picture(0)).snapshot()).strings.indexOf('wanted');
  const heap = drawHeap(picture(name));
  const snapshot = await heap.snapshot();
  expect(snapshot.strings.get(name)).toBe('wanted');
  expect(findEdge(snapshot, heap.ordinal('a'), 'wanted')).toBeUndefined();
});
