import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseSnapshot } from '../read-snapshot.ts';
import { drawHeap, type NodeDetails, pieces } from '../testing/heap-picture.ts';
import type { BirthRange } from './birth-range.ts';
import { takeCensus } from './census.ts';
import { countSurvivors } from './count-survivors.ts';
import { highestId } from './highest-id.ts';
import { idsOfClass } from './ids-of-class.ts';

describe('class names', () => {
  const names = async (nodes: Record<string, string>, lines: Record<string, number> = {}) => {
    const picture = Object.keys(nodes).map((key) => `global .${key}> ${key}`);
    const details: NodeDetails = {};
    for (const [key, line] of Object.entries(lines)) details[key] = { location: [7, line] };
    const heap = drawHeap(['root ^global> global', ...picture].join('\n'), nodes, details);
    return Object.fromEntries(Array.from(takeCensus(await heap.snapshot()), ([name, { count }]) => [name, count]));
  };

  test('closures of one name are told apart by their place', async () => {
    const closures = { a: 'closure onAbort', b: 'closure onAbort', c: 'closure onAbort', d: 'closure ' };
    expect(await names(closures, { a: 11, b: 11, c: 99, d: 3 })).toEqual({
      global: 1,
      'closure onAbort (script 7:12)': 2,
      'closure onAbort (script 7:100)': 1,
      'closure (anonymous) (script 7:4)': 1,
    });
  });

  test('classes made with a counter in their name are one class', async () => {
    const classes = { a: 'AnonymousModel_17', b: 'AnonymousModel_18', c: 'Int32Array', d: 'Sha256', e: 'Tmp20431' };
    expect(await names(classes)).toEqual({ global: 1, 'AnonymousModel_*': 2, Int32Array: 1, Sha256: 1, 'Tmp*': 1 });
  });

  test("V8's own nodes and the stores behind objects are not counted", async () => {
    const nodes = { a: 'system / Context', b: 'array (object elements)', c: 'code x', d: 'native Hash', e: 'Mine' };
    expect(await names(nodes)).toEqual({ global: 1, Mine: 1 });
  });
});

test('objects are counted with their bytes, those that V8 has no class for left out', async () => {
  const heap = drawHeap(
    'root ^global> global\nglobal [0> a\nglobal [1> b\nglobal [2> c',
    { a: 'Tenant', b: 'Tenant', c: 'code x' },
    { a: { size: 100 }, b: { size: 20 } },
  );
  expect(Object.fromEntries(takeCensus(await heap.snapshot()))).toEqual({
    global: { count: 1, shallowBytes: 10 },
    Tenant: { count: 2, shallowBytes: 120 },
  });
});

test('only objects born after one id and not after another are counted', async () => {
  const heap = drawHeap(
    'root ^global> global\nglobal [0> a\nglobal [1> b\nglobal [2> c\nglobal [3> d',
    { a: 'Born11', b: 'Born13', c: 'Born15', d: 'Born17' },
    { a: { id: 11 }, b: { id: 13 }, c: { id: 15 }, d: { id: 17 } },
  );
  const snapshot = await heap.snapshot();
  const counted = (range: BirthRange) => [...takeCensus(snapshot, range).keys()].filter((name) => name !== 'global');
  expect(counted({ bornAfter: 11, bornUntil: 15 })).toEqual(['Born13', 'Born15']);
  expect(counted({ bornAfter: 13 })).toEqual(['Born15', 'Born17']);
  expect(counted({ bornUntil: 11 })).toEqual(['Born11']);
});

test('the highest id is the highest odd one, wherever it stands', async () => {
  const ids = (...given: number[]) => {
    const picture = given.map((id) => `root [${id}> n${id}`).join('\n');
    return drawHeap(picture, {}, Object.fromEntries(given.map((id) => [`n${id}`, { id }]))).snapshot();
  };
  expect(highestId(await ids(11, 31, 22, 15, 48))).toBe(31);
});

test('the ids of a class are those of its objects, not of what else is called so', async () => {
  const heap = drawHeap('root [0> a\nroot [1> b\nroot [2> c\nroot [3> d', {
    a: 'Tenant',
    b: 'closure Tenant',
    c: 'Other',
    d: 'Tenant',
  });
  const snapshot = await heap.snapshot();
  expect(idsOfClass(snapshot, 'Tenant')).toEqual([heap.id('a'), heap.id('d')]);
  expect(idsOfClass(snapshot, 'Nobody')).toEqual([]);
});

test('the ids of a class ascend, whatever the order of its objects in the snapshot', async () => {
  const details = { a: { id: 31 }, b: { id: 7 }, c: { id: 4_000_000_001 }, d: { id: 11 } };
  const heap = drawHeap('root [0> a\nroot [1> b\nroot [2> c\nroot [3> d', { a: 'X', b: 'X', c: 'X', d: 'X' }, details);
  expect(idsOfClass(await heap.snapshot(), 'X')).toEqual([7, 11, 31, 4_000_000_001]);
});

test.each(['Größe', 'Konto "Müller"', 'back\\slash', '類', 'line\nbreak', 'ünü', '"', '\u{1f600} x'])(
  'the ids of a class are found whatever its name is written with: %j',
  async (name) => {
    const heap = drawHeap('root [0> a\nroot [1> b\nroot [2> c', { a: `${name}x`, b: name, c: `x${name}` });
    expect(idsOfClass(await heap.snapshot(), name)).toEqual([heap.id('b')]);
    // V8 writes what is beyond ASCII as escapes, with capital letters.
    const escaped = heap
      .json()
      .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
    expect(idsOfClass(await parseSnapshot(pieces(escaped), 'escaped'), name)).toEqual([heap.id('b')]);
  },
);

test('survivors of three files are what was born after the first and is alive in the last, but for what is younger', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'steadyheap-census-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const write = async (name: string, alive: Record<string, number>) => {
    const details = Object.fromEntries(Object.entries(alive).map(([key, id]) => [key, { id }]));
    const picture = Object.keys(alive).map((key) => `root .${key}> ${key}`);
    await writeFile(join(folder, name), drawHeap(picture.join('\n'), {}, details).json());
    return join(folder, name);
  };
  const baseline = await write('baseline', { Old: 11 });
  const target = await write('target', { Old: 11, Kept: 21, Gone: 23 });
  const final = await write('final', { Old: 11, Kept: 21, Young: 31 });
  expect([...(await countSurvivors([baseline, target], final)).keys()]).toEqual(['Kept']);
  expect(await countSurvivors([baseline, target, final], final)).toEqual(
    new Map([
      ['Kept', { count: 1, shallowBytes: 10, perInterval: [1, 0] }],
      ['Young', { count: 1, shallowBytes: 10, perInterval: [0, 1] }],
    ]),
  );
  await expect(countSurvivors([target, baseline], final)).rejects.toThrow(
    'boundaries must be two or more ascending ids, not [23, 11]',
  );
});
