import { expect, test } from 'vitest';
import { drawHeap } from '../../heap/testing/heap-picture.ts';
import { recognise } from '../recognise/index.ts';
import { findLeaks } from './find-leaks.ts';
import { byCause } from './one-cause.ts';

/** What grows in a heap, cause by cause: `old` was there before, and of each class in `grown` there are two more. */
async function causesOf(old: string, grown: string, nodes: Record<string, string>) {
  const heap = drawHeap(`${old}\n${grown}`, nodes);
  const bornAfter = Math.max(...(old.match(/\w+/g) ?? []).filter((name) => name in nodes).map((name) => heap.id(name)));
  const growing = new Map(Object.values(nodes).map((name) => [name, 2]));
  const heads = findLeaks(await heap.snapshot(), { bornAfter, growing });
  return byCause(heads, recognise).map(({ head, beside }) =>
    [head, ...beside].map(({ group: { className, count } }) => `${count} ${className}`).sort(),
  );
}

const REGISTRY = 'root ^global> world\nworld .all> all\nall !elements> store';
const CLASSES = { all: 'Array', store: 'array ', a: 'Job', b: 'Job', c: 'Result', d: 'Result' };

test('two classes in one array are one leak', async () => {
  const entries = 'store !0> a\nstore !1> b\nstore !2> c\nstore !3> d';
  expect(await causesOf(REGISTRY, entries, CLASSES)).toEqual([['2 Job', '2 Result']]);
});

test('two arrays are two, though they are recognised alike', async () => {
  const both = `${REGISTRY}\nworld .others> others\nothers !elements> table`;
  const entries = 'store !0> a\nstore !1> b\ntable !0> c\ntable !1> d';
  const nodes = { ...CLASSES, others: 'Array', table: 'array ' };
  expect((await causesOf(both, entries, nodes)).sort()).toEqual([['2 Job'], ['2 Result']]);
});

test('listeners of two events of one emitter are two', async () => {
  const emitter = 'root ^global> world\nworld .bus> bus\nbus ._events> on\non .end> ends\non .data> datas';
  const stores = 'ends !elements> store\ndatas !elements> table';
  const grown = 'store !0> a\nstore !1> b\ntable !0> c\ntable !1> d';
  const nodes = { bus: 'EventEmitter', on: 'Object', ends: 'Array', datas: 'Array', store: 'array ', table: 'array ' };
  const functions = { a: 'closure onEnd', b: 'closure onEnd', c: 'closure onData', d: 'closure onData' };
  const causes = await causesOf(`${emitter}\n${stores}`, grown, { ...nodes, ...functions });
  expect(causes.sort()).toEqual([['2 closure onData'], ['2 closure onEnd']]);
});

test('what is not recognised stays apart, even with one holder', async () => {
  const grown = 'pool .a> a\npool .b> b\npool .c> c\npool .d> d';
  const nodes = { pool: 'Pool', a: 'Job', b: 'Job', c: 'Result', d: 'Result' };
  expect((await causesOf('root ^global> world\nworld .pool> pool', grown, nodes)).sort()).toEqual([
    ['2 Job'],
    ['2 Result'],
  ]);
});
