import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highestId } from '../census/highest-id.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { drawHeap } from '../testing/heap-picture.ts';
import { randomFrom } from '../testing/mutations.ts';
import { CASES } from '../testing/random-cases.ts';
import { shuffle } from '../testing/shuffle.ts';
import { groupSurvivors } from './group-survivors.ts';

/** Every way in which something is held, as text. */
function told(snapshot: HeapSnapshot): string[] {
  const groups = groupSurvivors(snapshot, { boundaries: [0, highestId(snapshot)] });
  return groups.map(
    ({ className, count, retainedBytes, retainerPath, definedAt }) =>
      `${count} ${className} ${retainedBytes} ${definedAt}: ${retainerPath.join(' ▸ ')}`,
  );
}

async function pathTo(className: string, picture: string, nodes: Record<string, string> = {}): Promise<string> {
  const lines = picture.split('\n').filter((line) => line.trim() !== '');
  const keys = [
    ...new Set(lines.flatMap((line) => [...line.matchAll(/^\s*(\S+) .*> (\S+)\s*$/g)].flatMap((m) => [m[1], m[2]]))),
  ];
  const details = Object.fromEntries(keys.map((key, index) => [key, { id: 2 * index + 1 }]));
  const paths = [lines, lines.toReversed()].map(async (drawn) => {
    const snapshot = await drawHeap(['root .first> first', ...drawn].join('\n'), nodes, {
      ...details,
      first: { id: 4711 },
    }).snapshot();
    const [group] = groupSurvivors(snapshot, { boundaries: [0, 4000], classes: new Set([className]) });
    return group.retainerPath.join(' ▸ ');
  });
  const [path, turned] = await Promise.all(paths);
  expect(turned).toBe(path);
  return path;
}

describe('of ways that cost the same, whichever comes first in the snapshot', () => {
  test('a property goes before a variable, and a variable before an element', async () => {
    const picture = 'root ^global> global\nglobal .b> b\nglobal .c> c\nglobal .a> a\nb [0> X\nc $x> X';
    const nodes = { c: 'system / Context', b: 'B', a: 'A' };
    expect(await pathTo('X', picture, nodes)).toBe('global: variable x ▸ X');
    expect(await pathTo('X', `${picture}\na .y> X`, nodes)).toBe('global.a ▸ A.y ▸ X');
  });

  test('the name of the link decides, then the lower index', async () => {
    const nodes = { a: 'Z', b: 'A' };
    expect(await pathTo('X', 'root ^global> global\nglobal .a> a\nglobal .b> b\na .next> X\nb .prev> X', nodes)).toBe(
      'global.a ▸ Z.next ▸ X',
    );
    expect(await pathTo('X', 'root ^global> global\nglobal .a> a\nglobal .b> b\na [9> X\nb [10> X', nodes)).toBe(
      'global.a ▸ Z[9] ▸ X',
    );
    // The slots of a table are numbered by name.
    const slots = 'root ^global> global\nglobal .a> a\nglobal .b> b\na !9> X\nb !10> X\nb !tail> X';
    expect(await pathTo('X', slots, { a: 'Z', b: 'A' })).toBe('global.a ▸ Z ▸ X');
    expect(await pathTo('X', 'root ^global> global\nglobal .y> X\nglobal .b> X')).toBe('global.b ▸ X');
  });

  test('then the name of the holder, whatever its own way', async () => {
    const picture = 'root ^global> global\nglobal .a> a\nglobal .b> b\na .x> X\nb .x> X';
    expect(await pathTo('X', picture, { a: 'Zebra', b: 'Ape' })).toBe('global.b ▸ Ape.x ▸ X');
    expect(await pathTo('X', picture, { a: 'Ape', b: 'Zebra' })).toBe('global.a ▸ Ape.x ▸ X');
  });

  test('then the older holder', async () => {
    const picture = 'root ^global> global\nglobal .a> old\nglobal .b> young\nyoung .x> X\nold .x> X';
    const details = (old: number, young: number) => ({
      global: { id: 3 },
      old: { id: old },
      young: { id: young },
      X: { id: 99 },
    });
    const of = async (old: number, young: number) => {
      const heap = drawHeap(picture, { old: 'Holder', young: 'Holder' }, details(old, young));
      const [group] = groupSurvivors(await heap.snapshot(), { boundaries: [50, 100] });
      return group.retainerPath.join(' ▸ ');
    };
    expect(await of(11, 21)).toBe('global.a ▸ Holder.x ▸ X');
    expect(await of(21, 11)).toBe('global.b ▸ Holder.x ▸ X');
  });

  test('what V8 numbers as it comes does not decide', async () => {
    const picture = 'root [1> one\nroot [2> two\none !7> X\ntwo !3> X';
    const nodes = { one: 'synthetic (Builtins)', two: 'synthetic (Global handles)' };
    expect(await pathTo('X', picture, nodes)).toBe('(Builtins) ▸ X');
  });

  test('nor do the ids by which V8 names the pairs of a WeakMap', async () => {
    const pair = (table: number) => `${table} / part of key (A @9) -> value (X @8) pair in WeakMap (table @${table})`;
    const picture = ['root ^global> global', 'global .a> a', 'global .b> b', `a !${pair(9)}> X`, `b !${pair(70)}> X`];
    expect(await pathTo('X', picture.join('\n'), { a: 'Zebra', b: 'Ape' })).toBe(
      'global.b ▸ Ape (key of a WeakMap) ▸ X',
    );
  });
});

describe('strings that stand for names', () => {
  const nodes = {
    table: 'synthetic (Internalized strings)',
    name: 'string name',
    deep: 'string deep',
    old: 'string old',
  };

  test('are held by whatever else holds them, however far away', async () => {
    const chain = Array.from({ length: 100 }, (_, at) => `n${at} .next${at}> n${at + 1}`);
    const picture = [
      'root [1> table',
      'table [0> deep',
      'root ^global> global',
      'global .list> n0',
      ...chain,
      'n100 .text> deep',
    ];
    expect(await pathTo('string', picture.join('\n'), nodes)).toMatch(
      /^global\.list ▸ n0\.next0 ▸ .* ▸ n100\.text ▸ string$/,
    );
  });

  test('and by the table of strings when nothing else does, but not by a weak link of it', async () => {
    const snapshot = await drawHeap(
      'root [1> table\ntable !0> name\ntable ~1> old\nroot .name> Kept',
      nodes,
    ).snapshot();
    expect(told(snapshot).map((line) => line.replace(/^.*: /, ''))).toEqual([
      'Kept',
      '(Internalized strings) ▸ string',
      'string',
    ]);
  });
});

test('a heap drawn in any order reads the same', async () => {
  const node = fc.constantFrom('root', 'a', 'b', 'c', 'd', 'e', 'f');
  const link = fc.tuple(node, fc.constantFrom('.', '[', '!', '$', '#', '~'), fc.integer({ min: 1, max: 3 }), node);
  const links = fc.array(link, { minLength: 8, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(links, fc.integer(), async (drawn, seed) => {
      const picture = drawn.map(([from, sign, name, to]) => `${from} ${sign}${name}> ${to}`).join('\n');
      const snapshot = await drawHeap(picture, {
        a: 'A',
        b: 'A',
        c: 'B',
        d: 'B',
        e: 'string s',
        f: 'code f',
      }).snapshot();
      expect(told(shuffle(snapshot, randomFrom(seed)))).toEqual(told(snapshot));
    }),
    { numRuns: CASES / 3 },
  );
});
