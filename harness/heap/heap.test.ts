import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Census,
  countSurvivors,
  groupSurvivors,
  type HeapSnapshot,
  highestId,
  readSnapshot,
  takeCensus,
} from './index.ts';
import { type LiveSnapshots, liveSnapshots } from './testing/live-snapshots.ts';
import { randomFrom } from './testing/mutations.ts';
import { nodesAvailable } from './testing/nodes.ts';
import { shuffle } from './testing/shuffle.ts';

const LEAKING = `
class Leaky { constructor(i) { this.payload = { name: 'n' + i }; this.onAbort = function onAbort() { return i; }; } }
const registry = new Map();
globalThis.tenants = registry;
let i = 0;
const iterate = () => { registry.set('t' + ++i, new Leaky(i)); return [{ garbage: i }].map((x) => () => x); };
for (let n = 0; n < 100; n++) iterate();
await snapshot();
for (let n = 0; n < 100; n++) iterate();
await snapshot();
for (let n = 0; n < 100; n++) iterate();
await snapshot();
`;

describe('a process that keeps one object of class Leaky per iteration', () => {
  let live: LiveSnapshots;
  let snapshots: HeapSnapshot[];
  beforeAll(async () => {
    live = await liveSnapshots(LEAKING);
    snapshots = await Promise.all(live.paths.map((path) => readSnapshot(path)));
  });
  afterAll(() => live.remove());

  test('the census grows by exactly one a class and iteration, and by nothing else', () => {
    const [first, second, third] = snapshots.map((snapshot) => takeCensus(snapshot));
    const expected = {
      Leaky: 100,
      Object: 100,
      string: 200,
      'closure onAbort (scene.mjs:8)': 100,
    };
    expect(differences(first, second)).toEqual(expected);
    expect(differences(second, third)).toEqual(expected);
  });

  test('the ids of the last snapshot alone tell in which interval each survivor was born', () => {
    const boundaries = snapshots.map(highestId);
    const born = takeCensus(snapshots[2], { bornAfter: boundaries[0], bornUntil: boundaries[1] });
    expect(born.get('Leaky')?.count).toBe(100);
    expect(takeCensus(snapshots[2], { bornAfter: boundaries[1] }).get('Leaky')?.count).toBe(100);
  });

  test('counting survivors without edges gives the same numbers', async () => {
    const [baseline, target, final] = live.paths;
    const survivors = await countSurvivors([baseline, target], final);
    const [bornAfter, bornUntil] = snapshots.map(highestId);
    const byEdges = takeCensus(snapshots[2], { bornAfter, bornUntil });
    const counts = (census: ReadonlyMap<string, { count: number }>) =>
      Array.from(census.values(), ({ count }) => count).sort((a, b) => a - b);
    expect(survivors.get('Leaky')).toEqual({ ...byEdges.get('Leaky'), perInterval: [100] });
    expect(counts(survivors)).toEqual(counts(byEdges));
    expect([...survivors.keys()]).toContainEqual(expect.stringMatching(/^closure onAbort \(script \d+:8\)$/));
  });

  test('two hundred survivors are one group with its path, its place and its retained bytes', () => {
    const boundaries = snapshots.map(highestId);
    const groups = groupSurvivors(snapshots[2], { boundaries, classes: new Set(['Leaky']) });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      className: 'Leaky',
      count: 200,
      perInterval: [100, 100],
      retainerPath: ['global.tenants', 'Map[key]', 'Leaky'],
      definedAt: expect.stringMatching(/\/scene\.mjs:8$/),
    });
    expect(groups[0].retainedBytes).toBeGreaterThan(groups[0].shallowBytes);
  });

  test('everything in the heap is held in the same way, in whatever order V8 had written it', () => {
    const told = (snapshot: HeapSnapshot) =>
      groupSurvivors(snapshot, { boundaries: [0, highestId(snapshot)] }).map(
        ({ className, count, shallowBytes, retainerPath }) =>
          `${count} ${className}, ${shallowBytes} bytes: ${retainerPath.join(' ▸ ')}`,
      );
    const expected = told(snapshots[0]);
    expect(expected.length).toBeGreaterThan(1000);
    expect(new Set(told(shuffle(snapshots[0], randomFrom(1))))).toEqual(new Set(expected));
  });
});

const MODULES = `
import { writeFile } from 'node:fs/promises';
const folder = import.meta.dirname;
await writeFile(join(folder, 'tenants.mjs'), 'class Tenant {} const all = new Map(); export const add = (i) => all.set("t" + i, new Tenant());');
await writeFile(join(folder, 'models.cjs'), 'class Model {} class Cache { static all = {}; } exports.add = (i) => { Cache.all["m" + i] = new Model(); };');
const { add } = await import(join(folder, 'tenants.mjs'));
const { default: models } = await import(join(folder, 'models.cjs'));
class Listener {}
const own = [];
for (let i = 0; i < 50; i++) {
  add(i);
  models.add(i);
  const kept = new Listener();
  process.on('event' + i, () => kept);
  own.push({ i, at: new Date() });
}
await snapshot();
own.length;
`;

test.each(nodesAvailable())('leaks in modules read the same on every Node, here %s', async (_, node) => {
  const live = await liveSnapshots(MODULES, node);
  try {
    const snapshot = await readSnapshot(live.paths[0]);
    const classes = new Set(['Tenant', 'Model', 'Listener']);
    const groups = groupSurvivors(snapshot, { boundaries: [0, highestId(snapshot)], classes });
    expect(groups.map(({ count, retainerPath }) => `${count} ${retainerPath.join(' ▸ ')}`)).toEqual([
      '50 (Global handles) ▸ process._events ▸ Object[*] ▸ a variable of (anonymous) (scene.mjs:20) ▸ Listener',
      '50 module models.cjs.exports ▸ Object.add ▸ variable Cache of (anonymous) (models.cjs:1) ▸ Cache.all ▸ Object[*] ▸ Model',
      '50 module tenants.mjs: variable all ▸ Map[key] ▸ Tenant',
    ]);
  } finally {
    await live.remove();
  }
});

function differences(before: Census, after: Census): Record<string, number> {
  const names = new Set([...before.keys(), ...after.keys()]);
  const counts = Array.from(names, (name): [string, number] => [
    name,
    (after.get(name)?.count ?? 0) - (before.get(name)?.count ?? 0),
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}
