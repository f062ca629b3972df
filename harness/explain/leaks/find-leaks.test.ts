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

/** Counts of the leaks in a heap with lists that were there before, linked both ways, to which timers were added. */
async function timersLed(lists: string, timers: string, names: Record<string, string>) {
  const heap = drawHeap(`root ^global> world\n${lists}\n${timers}`, names);
  const bornAfter = Math.max(
    ...(lists.match(/\w+/g) ?? []).filter((name) => name in names).map((name) => heap.id(name)),
  );
  const growing = new Map([['Timeout', 4]]);
  return findLeaks(await heap.snapshot(), { bornAfter, growing }).map(({ group }) => group.count);
}

test('the first of a list, the last and those between are one leak', async () => {
  const list = 'world .due> due';
  const timers = 'due ._idleNext> a\na ._idleNext> b\ndue ._idlePrev> d\nd ._idlePrev> c';
  const names = { due: 'TimersList', a: 'Timeout', b: 'Timeout', c: 'Timeout', d: 'Timeout' };
  expect(await timersLed(list, timers, names)).toEqual([4]);
});

test('two lists are two leaks', async () => {
  const lists = 'world .due> due\nworld .late> late';
  const timers = 'due ._idleNext> a\na ._idleNext> b\nlate ._idleNext> c\nc ._idleNext> d';
  const names = { due: 'TimersList', late: 'TimersList', a: 'Timeout', b: 'Timeout', c: 'Timeout', d: 'Timeout' };
  expect(await timersLed(lists, timers, names)).toEqual([2, 2]);
});

test('what leaks from two places is two leaks, though the one leads to what holds the other', async () => {
  const before =
    'root ^global> world\nworld .due> due\nworld .near> near\nnear .far> bus\nbus .all> all\nall !elements> store';
  // An older timer, which has leaked as the new ones do, reaches the bus in one step.
  const older = 'due .old> t\nt .bus> bus';
  const after = 'due .a> a\ndue .b> b\na .bus> bus\nstore !0> x\nstore !1> y';
  const names = { due: 'Due', near: 'Near', bus: 'Bus', all: 'Array', store: 'array ', t: 'Timeout' };
  const grown = { a: 'Timeout', b: 'Timeout', x: 'Job', y: 'Job' };
  const heap = drawHeap(`${before}\n${older}\n${after}`, { ...names, ...grown });
  const growing = new Map([...Object.values(grown)].map((name) => [name, 2]));
  const leaks = findLeaks(await heap.snapshot(), { bornAfter: heap.id('t'), growing });
  expect(leaks.map(({ group }) => `${group.count} ${group.className}`).sort()).toEqual(['2 Job', '2 Timeout']);
  const paths = leaks.map(({ group }) => group.retainerPath.join(' ▸ '));
  expect(paths.find((each) => each.endsWith('Job'))).toBe('world.near ▸ Near.far ▸ Bus.all ▸ Array[*] ▸ Job');
});
