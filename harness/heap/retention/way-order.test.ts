import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highestId } from '../census/highest-id.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { drawHeap, type NodeDetails } from '../testing/heap-picture.ts';
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

/** The path to an object, which must be the same in whatever order the heap is drawn and whatever the ids of its nodes. */
async function pathTo(className: string, picture: string, nodes: Record<string, string> = {}): Promise<string> {
  const lines = picture.split('\n');
  const keys = [...new Set(lines.flatMap((line) => [line.split(' ')[0], line.split('> ')[1]]))];
  const paths = [1, 2, 3, 4, 5, 6].map(async (seed) => {
    const random = randomFrom(seed);
    const details = Object.fromEntries(keys.map((key) => [key, { id: 2 * random(1_000_000) + 1 }]));
    const snapshot = await drawHeap(`root .first> first\n${picture}`, nodes, details).snapshot();
    const classes = new Set([className]);
    const [group] = groupSurvivors(shuffle(snapshot, random), { boundaries: [0, 2_000_000], classes });
    return group.retainerPath.join(' ▸ ');
  });
  const [path, ...others] = await Promise.all(paths);
  for (const other of others) expect(other).toBe(path);
  return path;
}

describe('of ways that cost the same, whichever comes first in the snapshot', () => {
  test('a property goes before a variable, and a variable before an element', async () => {
    const picture = 'root ^global> global\nglobal .b> b\nglobal .c> c\nglobal .a> a\nb [0> X\nc $x> X';
    const nodes = { c: 'system / Context', b: 'B', a: 'A' };
    expect(await pathTo('X', picture, nodes)).toBe('global: variable x ▸ X');
    expect(await pathTo('X', `${picture}\na .y> X`, nodes)).toBe('global.a ▸ A.y ▸ X');
  });

  test('an element goes before a link of V8', async () => {
    const picture = 'root ^global> global\nglobal .a> a\nglobal .b> b\na [5> between\nbetween .x> X\nb !link> X';
    expect(await pathTo('X', picture, { between: 'system / Thing' })).toBe('global.a ▸ a.x ▸ X');
  });

  test.each([
    ['links of two names', 'a .next> X\nb .prev> X', ['global.a ▸ A.next ▸ X', 'global.b ▸ B.prev ▸ X']],
    ['two indexes', 'a [9> X\nb [10> X', ['global.a ▸ A[9] ▸ X', 'global.b ▸ B[10] ▸ X']],
    ['holders of two names', 'a .x> X\nb .x> X', ['global.a ▸ A.x ▸ X', 'global.b ▸ B.x ▸ X']],
    ['two links of one holder', 'a .x> X\na .y> X', ['global.a ▸ A.x ▸ X', 'global.a ▸ A.y ▸ X']],
    ['numbered links', 'a #1> X\nb #2> X', ['global.a ▸ A ▸ X', 'global.b ▸ B ▸ X']],
  ])('%s: always the same one', async (_, links, ways) => {
    const picture = `root ^global> global\nglobal .a> a\nglobal .b> b\n${links}`;
    expect(ways).toContain(await pathTo('X', picture, { a: 'A', b: 'B' }));
  });

  test('holders of one name: the same one, by what stands further up', async () => {
    const picture = 'root ^global> global\nglobal .a> a\nglobal .b> b\na .h> one\nb .h> two\none .x> X\ntwo .x> X';
    const path = await pathTo('X', picture, { a: 'A', b: 'B', one: 'Holder', two: 'Holder' });
    expect(['global.a ▸ A.h ▸ Holder.x ▸ X', 'global.b ▸ B.h ▸ Holder.x ▸ X']).toContain(path);
  });

  test('ways of the same names throughout: the older holder', async () => {
    const picture = `
      root .fn> one
      root .fn> two
      one !context> first
      two !context> second
      first $v> X
      second $v> X
    `;
    const nodes = { one: 'closure fn', two: 'closure fn', first: 'system / Context', second: 'system / Context' };
    const pathsWith = async (first: number, second: number) => {
      const details: NodeDetails = {
        one: { id: 3, location: [7, 0] },
        two: { id: 5, location: [7, 98] },
        first: { id: first },
        second: { id: second },
        X: { id: 99 },
      };
      const snapshot = await drawHeap(picture, nodes, details).snapshot();
      const options = { scriptUrl: () => '/app/a.js', boundaries: [50, 100] };
      const orders = [snapshot, shuffle(snapshot, randomFrom(1)), shuffle(snapshot, randomFrom(2))];
      return new Set(orders.map((each) => groupSurvivors(each, options)[0].retainerPath[0]));
    };
    expect(await pathsWith(11, 21)).toEqual(new Set(['variable v of fn (a.js:1)']));
    expect(await pathsWith(21, 11)).toEqual(new Set(['variable v of fn (a.js:99)']));
  });

  test('what V8 numbers as it comes does not decide', async () => {
    const nodes = { one: 'synthetic (Builtins)', two: 'synthetic (Global handles)' };
    const path = (first: number, second: number, sign: string) =>
      pathTo('X', `root [1> one\nroot [2> two\none ${sign}${first}> X\ntwo ${sign}${second}> X`, nodes);
    for (const sign of ['!', '[']) {
      const paths = await Promise.all([path(7, 3, sign), path(3, 7, sign), path(14, 22, sign), path(1, 2, sign)]);
      expect(new Set(paths).size).toBe(1);
    }
  });

  test('nor do the slots of a hash table, but for those of a Map', async () => {
    const picture = (link: string, first: number, second: number) =>
      `root ^global> global\nglobal .h> h\nh !${link}> table\ntable !${first}> a\ntable !${second}> b\na .x> X\nb .x> X`;
    const nodes = { h: 'Map', table: 'array ', a: 'A', b: 'B' };
    const orders = [1, 2, 3, 4, 5, 6].map((slot) => pathTo('X', picture('properties', slot, 7 - slot), nodes));
    expect(new Set(await Promise.all(orders)).size).toBe(1);
    const inMap = [1, 2, 3, 4, 5, 6].map((slot) => pathTo('X', picture('table', slot, 7 - slot), nodes));
    expect(new Set(await Promise.all(inMap)).size).toBeGreaterThan(1);
  });

  test('nor do the ids by which V8 names the pairs of a WeakMap', async () => {
    const pair = (id: number) => `${id} / part of key (A @${id}) -> value (X @${id}) pair in WeakMap (table @${id})`;
    const picture = (a: number, b: number) =>
      `root ^global> global\nglobal .a> a\nglobal .b> b\na !${pair(a)}> X\nb !${pair(b)}> X`;
    const paths = [1, 2, 3, 4, 5, 6].map((id) => pathTo('X', picture(id, 50 - 7 * id), { a: 'A', b: 'B' }));
    expect(new Set(await Promise.all(paths)).size).toBe(1);
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
