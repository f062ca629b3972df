import { describe, expect, test } from 'vitest';
import { drawHeap, type NodeDetails } from '../testing/heap-picture.ts';
import { groupSurvivors } from './group-survivors.ts';

/** The path to the objects of a class, which must be one group. */
async function pathTo(
  className: string,
  picture: string,
  nodes: Record<string, string> = {},
  details: NodeDetails = {},
): Promise<string> {
  const snapshot = await drawHeap(picture, nodes, details).snapshot();
  const groups = groupSurvivors(snapshot, { boundaries: [0, 1_000_000], classes: new Set([className]) });
  expect(groups).toHaveLength(1);
  return groups[0].retainerPath.join(' ▸ ');
}

describe('a step reads as a programmer would write it', () => {
  test.each([
    ['a property', 'h .tenant> X', 'Holder.tenant'],
    ['one that is private', 'h .#tenant> X', 'Holder.#tenant'],
    ['one with digits and signs', 'h .$t2_a> X', 'Holder.$t2_a'],
    ['one that is no identifier', 'h .2nd-tenant> X', 'Holder["2nd-tenant"]'],
    ['one with a quote', 'h .say"so> X', 'Holder["say\\"so"]'],
    ['a symbol', 'h .<symbol kState>> X', 'Holder[symbol kState]'],
    ['an element', 'h [7> X', 'Holder[7]'],
    ['a hidden link', 'h #7> X', 'Holder'],
    ['a named link of V8', 'h !bound_this> X', 'Holder (bound this)'],
    ['a numbered link of V8', 'h !12> X', 'Holder'],
    ['a key that a WeakMap keeps it by', pairOf('h'), 'Holder (key of a WeakMap)'],
    ['the table of a WeakMap', `h !table> t\n${pairOf('t')}`, 'Holder[key]'],
    ['a slot of a table of V8', 'h !properties> t\nt !12> X', 'Holder[*]'],
    ['a store and then a property of it', 'h !store> s\ns .kept> X', 'Holder.kept'],
    [
      'a chain of links of V8: the first with a name',
      'h #1> s\ns !reactions_or_result> r\nr !9> X',
      'Holder (reactions or result)',
    ],
    ['a variable of a context', 'h !context> c\nc $tenant> X', 'Holder: variable tenant'],
    ['a variable without a name', 'h !context> c\nc #3> X', 'Holder: a variable'],
    ['an element of a context', 'h !context> c\nc [3> X', 'Holder[3]'],
  ])('%s', async (_, links, step) => {
    const nodes = { h: 'Holder', t: 'array ', s: 'hidden s', r: 'hidden r', c: 'system / Context' };
    expect(await pathTo('X', `root .h> h\n${links}`, nodes)).toBe(`${step} ▸ X`);
  });

  test.each([
    ['its variable', 'fn !context> c\nc $tenant> X', 'variable tenant of onAbort'],
    ['a variable of it', 'fn !context> c\nc #3> X', 'a variable of onAbort'],
    ['its property', 'fn .cache> X', 'onAbort.cache'],
    ['a link of V8', 'fn !prototype_or_initial_map> X', 'onAbort (prototype or initial map)'],
  ])('a closure and %s', async (_, links, step) => {
    expect(await pathTo('X', `root .fn> fn\n${links}`, { fn: 'closure onAbort', c: 'system / Context' })).toBe(
      `${step} ▸ X`,
    );
  });

  test('a closure itself keeps its place, which a step through it does without', async () => {
    const picture = 'root .h> h\nh .fn> fn\nfn .cache> X';
    const details: NodeDetails = { fn: { location: [7, 11] } };
    expect(await pathTo('X', picture, { fn: 'closure onAbort' }, details)).toBe('h.fn ▸ onAbort.cache ▸ X');
    expect(await pathTo('closure onAbort (script 7:12)', picture, { fn: 'closure onAbort' }, details)).toBe(
      'h.fn ▸ closure onAbort (script 7:12)',
    );
  });

  function pairOf(holder: string): string {
    return `${holder} !3 / part of key (Holder @3) -> value (X @5) pair in WeakMap (table @9)> X`;
  }
});

describe('objects that are held alike are one group', () => {
  test('whatever their index, or the counter in the name of a property', async () => {
    expect(await pathTo('X', 'root .h> h\nh [1> a\nh [2> b', { a: 'X', b: 'X' })).toBe('h[*] ▸ X');
    expect(await pathTo('X', 'root .h> h\nh .t_1> a\nh .t_22> b', { a: 'X', b: 'X' })).toBe('h.t_* ▸ X');
    expect(await pathTo('X', 'root .h> h\nh .t_1> a', { a: 'X' })).toBe('h.t_1 ▸ X');
  });

  const dictionary = (size: number, holder = 'Object', sign = '.') => {
    const keys = Array.from(
      { length: size },
      (_, at) => `k${String.fromCharCode(97 + (at % 26))}${at < 26 ? '' : 'x'}`,
    );
    const links = keys.map((key, at) => `d ${sign}${key}> x${at}`);
    const nodes = Object.fromEntries(keys.map((_, at) => [`x${at}`, 'X']));
    return { picture: ['root .h> h', 'h .d> d', ...links].join('\n'), nodes: { ...nodes, d: holder } };
  };

  test('whatever their key in an object of more than 32 properties', async () => {
    const { picture, nodes } = dictionary(33);
    expect(await pathTo('X', picture, nodes)).toBe('h.d ▸ Object[*] ▸ X');
  });

  test('but not by properties that are few, or of a class', async () => {
    const groupsOf = async ({ picture, nodes }: ReturnType<typeof dictionary>) => {
      const snapshot = await drawHeap(picture, nodes).snapshot();
      return groupSurvivors(snapshot, { boundaries: [0, 1_000_000], classes: new Set(['X']) }).length;
    };
    expect(await groupsOf(dictionary(32))).toBe(32);
    expect(await groupsOf(dictionary(33, 'Registry'))).toBe(33);
  });
});

describe('entries of a Map and a Set', () => {
  // A table of 2 buckets: 3 + 2 slots, then key, value and chain of each of 4 entries.
  const slots = 3 + 7 * 2;
  const map = (links: string) => `root .h> map\nmap !table> table\n${links}`;
  const nodes = { map: 'Map', table: 'array ', k: 'string key', long: `string ${'x'.repeat(60)}`, o: 'Key' };

  test.each([
    ['of 8 bytes', 16 + 8 * slots],
    ['of 4 bytes', 8 + 4 * slots],
  ])('a value by its key, in a table with slots %s', async (_, size) => {
    const details = { table: { size } };
    expect(await pathTo('X', map('table !5> k\ntable !6> X'), nodes, details)).toBe('Map[key "key"] ▸ X');
    expect(await pathTo('X', map('table !8> k\ntable !9> X'), nodes, details)).toBe('Map[key "key"] ▸ X');
    expect(await pathTo('X', map('table !5> X\ntable !6> k'), nodes, details)).toBe('Map (key) ▸ X');
  });

  test('a key that is long, no string, or a small number, which is no node', async () => {
    const details = { table: { size: 16 + 8 * slots } };
    expect(await pathTo('X', map('table !5> long\ntable !6> X'), nodes, details)).toBe(
      `Map[key "${'x'.repeat(39)}…"] ▸ X`,
    );
    expect(await pathTo('X', map('table !5> o\ntable !6> X'), nodes, details)).toBe('Map[key] ▸ X');
    expect(await pathTo('X', map('table !6> X'), nodes, details)).toBe('Map[key] ▸ X');
    // The edge in front is another entry's.
    expect(await pathTo('X', map('table !5> k\ntable !9> X'), nodes, details)).toBe('Map[key] ▸ X');
    expect(await pathTo('X', `${map('table !6> X')}\nroot .k> k`, nodes, details)).toBe('Map[key] ▸ X');
  });

  test('a member of a Set', async () => {
    expect(await pathTo('X', map('table !5> X'), { ...nodes, map: 'Set' })).toBe('Set ▸ X');
  });
});

describe('modules', () => {
  const es = 'root .h> h\nh .m> m\nm .url> url\nm #1> g\ng !context> c\nc $all> X';
  const nodes = {
    m: 'ModuleWrap',
    g: 'Generator',
    c: 'system / Context',
    url: 'string file:///app/tenants.mjs',
    cjs: 'Module',
    file: 'string /app/index.js',
  };

  test('begin a path, however Node holds them, and their variables read so', async () => {
    expect(await pathTo('X', es, nodes)).toBe('module tenants.mjs: variable all ▸ X');
    expect(await pathTo('X', 'root .h> h\nh .m> cjs\ncjs .filename> file\ncjs .exports> X', nodes)).toBe(
      'module app/index.js.exports ▸ X',
    );
  });

  test('are objects like others when they are what is looked for, or have no file', async () => {
    expect(await pathTo('Module', 'root .h> h\nh .m> cjs\ncjs .filename> file', nodes)).toBe('h.m ▸ Module');
    expect(await pathTo('X', 'root .h> h\nh .m> cjs\ncjs .exports> X', nodes)).toBe('h.m ▸ Module.exports ▸ X');
    expect(await pathTo('X', 'root .h> h\nh .m> cjs\ncjs .filename> h\ncjs .exports> X', nodes)).toBe(
      'h.m ▸ Module.exports ▸ X',
    );
    expect(await pathTo('X', 'root .h> h\nh .m> o\no .filename> file\no .exports> X', { ...nodes, o: 'Other' })).toBe(
      'h.m ▸ Other.exports ▸ X',
    );
  });

  test('a generator that is no module is a step of its own', async () => {
    expect(await pathTo('X', 'root .h> h\nh .g> g\ng !context> c\nc $all> X', nodes)).toBe(
      'h.g ▸ Generator: variable all ▸ X',
    );
  });
});

describe('which way is taken', () => {
  /** Two ways to X: a long one of plain steps, and a short one. */
  const long = (steps: number) =>
    [
      'root .a0> a0',
      ...Array.from({ length: steps }, (_, at) => `a${at} .x${at}> a${at + 1}`),
      `a${steps} .way> X`,
    ].join('\n');
  const nodes = {
    proto: 'Proto',
    gen: 'Generator',
    regs: 'array ',
    code: 'code c',
    shape: 'object shape s',
    stack: 'synthetic (Stack roots)',
    gc: 'synthetic (GC roots)',
    handles: 'synthetic (Global handles)',
  };
  /** The number of plain steps of the longest way that is still preferred. */
  const cheaperBelow = async (short: string): Promise<number> => {
    for (let steps = 0; steps < 70; steps++) {
      const path = await pathTo('X', `${long(steps)}\n${short}`, nodes);
      if (!path.includes(`a${steps}.way`)) return steps;
    }
    return 70;
  };

  test.each([
    ['a property', 'root .s> s\ns .p> X', 0],
    ['a link of V8', 'root .s> s\ns !p> X', 1],
    ['a link without a name', 'root .s> s\ns #1> X', 5],
    ['a prototype', 'root .s> s\ns .__proto__> X', 9],
    ['code', 'root .code> code\ncode .p> X', 13],
    ['registers of a suspended function', 'root .s> s\ns !parameters_and_registers> X', 39],
    ['the current stack', 'root [1> stack\nstack !1> X', 59],
    ['handles', 'root [1> handles\nhandles !1> X', 1],
  ])('%s counts as a way of so many plain steps', async (_, short, steps) => {
    const found = await cheaperBelow(short);
    // Of the same cost, either may be taken.
    expect([steps, steps + 1]).toContain(found);
  });

  test('a weak link, a shortcut that is not the root’s and the table of a WeakMap are no way', async () => {
    const pair = 'key !3 / part of key (K @3) -> value (X @5) pair in WeakMap (table @99)> X';
    const table = 't !3 / part of key (K @3) -> value (X @5) pair in WeakMap (table @99)> X';
    const details = { t: { id: 99 } };
    expect(await pathTo('X', 'root .s> s\ns ~w> X', nodes)).toBe('X');
    expect(await pathTo('X', 'root .s> s\ns ^w> X', nodes)).toBe('X');
    expect(await pathTo('X', `root .s> s\ns !table> t\n${table}`, { t: 'array ' }, details)).toBe('X');
    expect(
      await pathTo('X', `root .s> s\ns !table> t\n${table}\nroot .key> key\n${pair}`, { t: 'array ' }, details),
    ).toBe('key (key of a WeakMap) ▸ X');
  });
});
