import { expect, test } from 'vitest';
import { drawHeap } from '../../heap/testing/heap-picture.ts';
import { findLeaks } from './find-leaks.ts';

/** How many leaks there are in a heap in which an older array holds three new strings, and `expected` are said to have come. */
async function leaksAmong(expected: number): Promise<number> {
  const before = 'root ^global> world\nworld .names> names\nnames !elements> table';
  const after = 'table !0> a\ntable !1> b\ntable !2> c';
  const nodes = { names: 'Array', table: 'array ', a: 'string a', b: 'string b', c: 'string c' };
  const heap = drawHeap(`${before}\n${after}`, nodes);
  const growing = new Map([['string', expected]]);
  return findLeaks(await heap.snapshot(), { bornAfter: heap.id('table'), growing }).length;
}

test('a few strings beside many that leak are what is made once; where no more have come they are the leak', async () => {
  expect(await leaksAmong(40)).toBe(0);
  expect(await leaksAmong(4)).toBe(1);
});
