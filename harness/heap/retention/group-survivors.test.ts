import { expect, test } from 'vitest';
import { drawHeap, type NodeDetails } from '../testing/heap-picture.ts';
import { groupSurvivors, type SurvivorGroup } from './group-survivors.ts';

async function grouped(picture: string, nodes: Record<string, string> = {}, details?: NodeDetails) {
  const heap = drawHeap(picture, nodes, details);
  return groupSurvivors(await heap.snapshot(), { boundaries: [0, 1_000_000] });
}

function paths(groups: SurvivorGroup[], className: string): string[] {
  return groups.filter((group) => group.className === className).map(({ retainerPath }) => retainerPath.join(' ▸ '));
}

test('a static property that holds a Set reads as a programmer would say it', async () => {
  const groups = await grouped(
    `
    root ^global> global
    global .root> RootContainer
    RootContainer .children> set
    set !table> table
    table !131> one
    table !133> two
    `,
    { RootContainer: 'closure RootContainer', set: 'Set', table: 'array ', one: 'Container', two: 'Container' },
  );
  expect(paths(groups, 'Container')).toEqual(['global.root ▸ RootContainer.children ▸ Set ▸ Container']);
  expect(groups.find(({ className }) => className === 'Container')).toMatchObject({ count: 2, retainedBytes: 20 });
});

test('a Map tells its key where one object is held, and none where several are', async () => {
  // A table of 2 buckets: 3 + 2 slots, then key, value and chain of each of 4 entries.
  const table = { table: { size: 16 + 8 * (3 + 7 * 2) } };
  const names = { map: 'Map', table: 'array ', k1: 'string t1', k2: 'string t2', a: 'Tenant', b: 'Tenant' };
  const one = await grouped(
    `
    root ^global> global
    global .tenants> map
    map !table> table
    table !5> k1
    table !6> a
    `,
    names,
    table,
  );
  expect(paths(one, 'Tenant')).toEqual(['global.tenants ▸ Map[key "t1"] ▸ Tenant']);
  expect(paths(one, 'string')).toEqual(['global.tenants ▸ Map (key) ▸ string']);
  const two = await grouped(
    `
    root ^global> global
    global .tenants> map
    map !table> table
    table !5> k1
    table !6> a
    table !8> k2
    table !9> b
    `,
    names,
    table,
  );
  expect(paths(two, 'Tenant')).toEqual(['global.tenants ▸ Map[key] ▸ Tenant']);
});

test('a variable that a closure keeps is named with the closure', async () => {
  const groups = await grouped(
    `
    root ^global> global
    global .handler> fn
    fn !context> inner
    inner !previous> outer
    outer $registry> Registry
    `,
    { fn: 'closure onAbort', inner: 'system / Context', outer: 'system / Context' },
  );
  expect(paths(groups, 'Registry')).toEqual(['global.handler ▸ variable registry of onAbort ▸ Registry']);
});

test('a chain of ten thousand nodes is two groups that count each byte once', async () => {
  const links = Array.from({ length: 9_999 }, (_, i) => `n${i} .next> n${i + 1}`);
  const names = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`n${i}`, 'Link']));
  const groups = await grouped(['root ^global> global', 'global .head> n0', ...links].join('\n'), names);
  expect(groups.filter(({ className }) => className === 'Link')).toMatchObject([
    { count: 1, retainedBytes: 100_000, retainerPath: ['global.head', 'Link'] },
    { count: 9_999, retainedBytes: 99_990, retainerPath: ['global.head', 'Link.next', 'Link'] },
  ]);
});

test('weak references and what only they hold have no path', async () => {
  const groups = await grouped(
    `
    root ^global> global
    global ~watched> Weakly
    global .strong> Strong
    Strong ~back> Weakly
    `,
  );
  expect(paths(groups, 'Weakly')).toEqual(['Weakly']);
});

test('the stack, which holds objects only while a snapshot is written, is the last resort', async () => {
  const groups = await grouped(
    `
    root [1> gc
    gc [19> stack
    stack !5> Leak
    root ^global> global
    global .a> A
    A .b> B
    B .c> Leak
    `,
    { gc: 'synthetic (GC roots)', stack: 'synthetic (Stack roots)' },
  );
  expect(paths(groups, 'Leak')).toEqual(['global.a ▸ A.b ▸ B.c ▸ Leak']);
});

test('survivors are those born after the first boundary and not after the last, told apart by interval', async () => {
  const heap = drawHeap(
    `
    root ^global> global
    global [0> old
    global [1> first
    global [2> second
    global [3> late
    `,
    { old: 'Leak', first: 'Leak', second: 'Leak', late: 'Leak' },
    { old: { id: 11 }, first: { id: 13 }, second: { id: 21 }, late: { id: 31 } },
  );
  const groups = groupSurvivors(await heap.snapshot(), { boundaries: [11, 15, 21], classes: new Set(['Leak']) });
  expect(groups).toMatchObject([
    { count: 2, perInterval: [1, 1], shallowBytes: 20, retainerPath: ['global[*]', 'Leak'] },
  ]);
});

test('what two survivors hold together counts for neither', async () => {
  const groups = await grouped(
    `
    root ^global> global
    global [0> a
    global [1> b
    a .shared> Shared
    b .shared> Shared
    a .own> Own
    `,
    { a: 'Leak', b: 'Leak' },
  );
  expect(groups.find(({ className }) => className === 'Leak')).toMatchObject({ count: 2, retainedBytes: 30 });
});

test('groups come biggest first, those of one size by class and then by path', async () => {
  const groups = await grouped(
    'root .b> b\nroot .a> a\nb .x> x1\na .x> x2\na .y> y\na .big> big',
    { x1: 'X', x2: 'X', y: 'Y', big: 'Big' },
    { big: { size: 1000 } },
  );
  expect(groups.map(({ retainerPath }) => retainerPath.join(' ▸ '))).toEqual([
    'a',
    'a.big ▸ Big',
    'b',
    'a.x ▸ X',
    'b.x ▸ X',
    'a.y ▸ Y',
  ]);
});

test('without a survivor there is no group', async () => {
  const snapshot = await drawHeap('root .a> a').snapshot();
  expect(groupSurvivors(snapshot, { boundaries: [100, 200] })).toEqual([]);
});

test('boundaries that do not ascend are refused', async () => {
  const snapshot = await drawHeap('root ^global> global').snapshot();
  expect(() => groupSurvivors(snapshot, { boundaries: [5, 3] })).toThrow(
    'boundaries must be two or more ascending ids, not [5, 3]',
  );
});
