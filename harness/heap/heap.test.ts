import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Census, groupSurvivors, type HeapSnapshot, highestId, readSnapshot, takeCensus } from './index.ts';
import { type LiveSnapshots, liveSnapshots } from './testing/live-snapshots.ts';

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
});

function differences(before: Census, after: Census): Record<string, number> {
  const names = new Set([...before.keys(), ...after.keys()]);
  const counts = Array.from(names, (name): [string, number] => [
    name,
    (after.get(name)?.count ?? 0) - (before.get(name)?.count ?? 0),
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}
