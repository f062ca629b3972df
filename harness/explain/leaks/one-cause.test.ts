import { expect, test } from 'vitest';
import { drawHeap } from '../../heap/testing/heap-picture.ts';
import { recognise } from '../recognise/index.ts';
import type { Recognition } from '../recognise/recognition.ts';
import { findLeaks } from './find-leaks.ts';
import { byCause } from './one-cause.ts';

/** What grows in a heap: `old` was there before, and of each class in `grown` there are two more. */
async function headsOf(old: string, grown: string, nodes: Record<string, string>) {
  const heap = drawHeap(`${old}\n${grown}`, nodes);
  const bornAfter = Math.max(...(old.match(/\w+/g) ?? []).filter((name) => name in nodes).map((name) => heap.id(name)));
  const growing = new Map(Object.values(nodes).map((name) => [name, 2]));
  return findLeaks(await heap.snapshot(), { bornAfter, growing });
}

const causesOf = async (...heap: Parameters<typeof headsOf>) => byCause(await headsOf(...heap), recognise);

const classesOf = async (...heap: Parameters<typeof causesOf>) =>
  (await causesOf(...heap))
    .map(({ head, beside }) =>
      [head, ...beside].map(({ group: { className, count } }) => `${count} ${className}`).sort(),
    )
    .sort();

const REGISTRY = 'root ^global> world\nworld .all> all\nall !elements> store';
const CLASSES = { all: 'Array', store: 'array ', a: 'Job', b: 'Job', c: 'Result', d: 'Result' };

test('two classes in one array are one leak, which each of them shows', async () => {
  const entries = 'store !0> a\nstore !1> b\nstore !2> c\nstore !3> d';
  expect(await classesOf(REGISTRY, entries, CLASSES)).toEqual([['2 Job', '2 Result']]);
  const [cause] = await causesOf(REGISTRY, entries, CLASSES);
  expect(cause?.kinds[0]?.evidence.filter((fact) => fact.startsWith('2 more of its entries')).sort()).toEqual([
    '2 more of its entries are Job after the measured iterations than before',
    '2 more of its entries are Result after the measured iterations than before',
  ]);
});

test("what Node's loader keeps in several places is one leak", async () => {
  const old = 'root ^global> world\nworld .cache> cache\nworld .names> names';
  const entries = 'cache .a> a\ncache .b> b\nnames .c> c\nnames .d> d';
  const nodes = { cache: 'LoadCache', names: 'ResolveCache', a: 'Module', b: 'Module', c: 'Job', d: 'Job' };
  const loaded: Recognition = { kind: 'module cache', title: 'Modules are loaded again.', evidence: [], remedy: '' };
  const causes = byCause(await headsOf(old, entries, nodes), () => [loaded]);
  expect(causes.map(({ beside }) => beside.length)).toEqual([1]);
});

test('two arrays are two, though they are recognised alike', async () => {
  const both = `${REGISTRY}\nworld .others> others\nothers !elements> table`;
  const entries = 'store !0> a\nstore !1> b\ntable !0> c\ntable !1> d';
  const nodes = { ...CLASSES, others: 'Array', table: 'array ' };
  expect(await classesOf(both, entries, nodes)).toEqual([['2 Job'], ['2 Result']]);
});

test('two listeners of one event are two: taking one off lets go of the one', async () => {
  const emitter = `root ^global> world
    world .bus> bus
    bus .__proto__> methods
    methods .constructor> class
    bus ._events> on
    on .end> ends
    ends !elements> store`;
  const grown = 'store !0> a\nstore !1> b\nstore !2> c\nstore !3> d';
  const bus = { bus: 'EventEmitter', methods: 'Object', class: 'closure EventEmitter' };
  const nodes = { ...bus, on: 'Object', ends: 'Array', store: 'array ' };
  const functions = { a: 'closure onEnd', b: 'closure onEnd', c: 'closure onClose', d: 'closure onClose' };
  expect(await classesOf(emitter, grown, { ...nodes, ...functions })).toEqual([
    ['2 closure onClose'],
    ['2 closure onEnd'],
  ]);
});

test('what is recognised by its contents stays apart, even with one holder', async () => {
  const heap = 'root ^global> world\nworld .pool> pool';
  const grown = 'pool .a> a\npool .b> b\npool .c> c\npool .d> d';
  const domains = 'a ._events> ea\nb ._events> eb';
  const nodes = { pool: 'Pool', a: 'Domain', b: 'Domain', c: 'Job', d: 'Job', ea: 'Object', eb: 'Object' };
  expect(await classesOf(heap, `${grown}\n${domains}`, nodes)).toEqual([['2 Domain'], ['2 Job']]);
});
