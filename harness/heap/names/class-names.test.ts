import { describe, expect, test } from 'vitest';
import { drawHeap, type NodeDetails } from '../testing/heap-picture.ts';
import { ClassNames, NO_CLASS } from './class-names.ts';
import type { Sources } from './sources.ts';

/** The names of the drawn nodes and where they are defined, by their names in the picture. */
async function named(picture: string, nodes: Record<string, string>, details: NodeDetails = {}, sources: Sources = {}) {
  const heap = drawHeap(picture, nodes, details);
  const classes = new ClassNames(await heap.snapshot(), sources);
  return {
    nameOf: (key: string) => classes.names[classes.classOf(heap.ordinal(key))],
    numberOf: (key: string) => classes.classOf(heap.ordinal(key)),
    placeOf: (key: string) => classes.placeOf(heap.ordinal(key)),
  };
}

test('nodes that are not told apart by name are called what a programmer calls them', async () => {
  const kinds = ['string a', 'concatenated string b', 'sliced string c', 'regexp x+', 'symbol s', 'bigint n'];
  const nodes = Object.fromEntries(kinds.map((kind) => [kind.replaceAll(' ', '_'), kind]));
  const picture = Object.keys(nodes).map((key) => `root .${key}> ${key}`);
  const { nameOf } = await named(picture.join('\n'), nodes);
  const names = Object.keys(nodes).map(nameOf);
  expect(names).toEqual(['string', 'string', 'string', 'RegExp', 'symbol', 'bigint']);
});

test('objects of one constructor have one number, and what is V8s own or native has none', async () => {
  const { nameOf, numberOf } = await named(
    'root [0> a\nroot [1> b\nroot [2> c\nroot [3> d\nroot [4> e\nroot [5> f\nroot [6> g',
    { a: 'Tenant', b: 'Tenant', c: 'system / Map', d: 'system / Map', e: 'native Hash', f: 'code x', g: 'Hash' },
    { g: { id: 44 } },
  );
  expect(nameOf('a')).toBe('Tenant');
  expect(numberOf('b')).toBe(numberOf('a'));
  expect(['c', 'd', 'e', 'f', 'g'].map(numberOf)).toEqual(Array(5).fill(NO_CLASS));
});

test('classes without a name are called so, and the global object is called the same in every Node', async () => {
  const nodes = {
    a: '',
    b: 'global (global*)',
    c: 'global (global)',
    d: 'my global (global*)',
    e: 'global (global*) x',
  };
  const { nameOf } = await named('root [0> a\nroot [1> b\nroot [2> c\nroot [3> d\nroot [4> e', nodes);
  expect(['a', 'b', 'c', 'd', 'e'].map(nameOf)).toEqual([
    '(anonymous class)',
    'global',
    'global',
    'my global (global*)',
    'global (global*) x',
  ]);
});

describe('a closure is called by its name and the place where it is written', () => {
  const NODES = { fn: 'closure onAbort', own: 'code own', script: 'code file:///app/bus.js', tenant: 'Tenant' };
  const DETAILS: NodeDetails = { fn: { location: [7, 11] }, tenant: { location: [7, 3] } };

  test.each(['script', 'script_or_debug_info', 'raw_script'])('which V8 tells by its link %s', async (link) => {
    const { nameOf, placeOf } = await named(
      `root [0> fn\nroot [1> tenant\nfn !shared> own\nown !flags> fn\nown !${link}> script`,
      NODES,
      DETAILS,
    );
    expect(nameOf('fn')).toBe('closure onAbort (bus.js:12)');
    expect(placeOf('fn')).toEqual({ url: 'file:///app/bus.js', line: 12 });
    // The place of a class is that of its constructor, which has the same script.
    expect(placeOf('tenant')).toEqual({ url: 'file:///app/bus.js', line: 4 });
  });

  test('and by the number of its script when nothing tells the file', async () => {
    for (const picture of [
      'root [0> fn',
      'root [0> fn\nfn !shared> own',
      'root [0> fn\nfn !other> own\nown !script> script',
    ]) {
      const { nameOf, placeOf } = await named(picture, NODES, DETAILS);
      expect(nameOf('fn')).toBe('closure onAbort (script 7:12)');
      expect(placeOf('fn')).toBeUndefined();
    }
  });

  test('and by its name alone when its place is not known', async () => {
    const { nameOf, placeOf } = await named('root [0> fn\nroot [1> none', { ...NODES, none: 'closure ' });
    expect(nameOf('fn')).toBe('closure onAbort');
    expect(nameOf('none')).toBe('closure (anonymous)');
    expect(placeOf('fn')).toBeUndefined();
  });

  test('which is asked for once for all closures of one script, and known by the first that tells it', async () => {
    const { nameOf } = await named(
      'root [0> mute\nroot [1> fn\nroot [2> again\nfn !shared> own\nown !script> script',
      { ...NODES, mute: 'closure mute', again: 'closure onAbort' },
      { mute: { location: [7, 1] }, fn: { location: [7, 11] }, again: { location: [7, 11] } },
    );
    expect(nameOf('mute')).toBe('closure mute (bus.js:2)');
    expect(nameOf('again')).toBe('closure onAbort (bus.js:12)');
  });

  test('where a script that the snapshot does not name is named by the sources', async () => {
    const scriptUrl = (id: number) => (id === 7 ? '/app/other.js' : undefined);
    const { nameOf } = await named('root [0> fn', NODES, DETAILS, { scriptUrl });
    expect(nameOf('fn')).toBe('closure onAbort (other.js:12)');
  });

  test('as it was before it was compiled, where a source map tells', async () => {
    const asked: unknown[] = [];
    const originalPlace = (...place: unknown[]) => {
      asked.push(place);
      return place[1] === 12 ? { url: '/app/bus.ts', line: 99 } : undefined;
    };
    const picture = 'root [0> fn\nroot [1> tenant\nfn !shared> own\nown !script> script';
    const { nameOf, placeOf } = await named(picture, NODES, DETAILS, { originalPlace });
    expect(nameOf('fn')).toBe('closure onAbort (bus.ts:99)');
    expect(asked[0]).toEqual(['file:///app/bus.js', 12, 1]);
    expect(placeOf('tenant')).toEqual({ url: 'file:///app/bus.js', line: 4 });
  });
});
