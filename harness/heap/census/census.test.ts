import { afterEach, describe, expect, test } from 'vitest';
import { readSnapshot } from '../read-snapshot.ts';
import { drawHeap, type NodeDetails } from '../testing/heap-picture.ts';
import { type LiveSnapshots, liveSnapshots } from '../testing/live-snapshots.ts';
import { nodesAvailable } from '../testing/nodes.ts';
import { type Census, takeCensus } from './census.ts';

let live: LiveSnapshots | undefined;
afterEach(() => live?.remove());

/** Garbage of every kind, and caches that are full: nothing that stays grows. */
const STEADY = `
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
const recent = new Map();
const iterate = async (i) => {
  const listener = () => i;
  bus.on('x', listener).emit('x');
  bus.off('x', listener);
  recent.set('k' + i, { i });
  if (recent.size > 50) recent.delete(recent.keys().next().value);
  await Promise.all([1, 2].map(async (x) => x + i));
  JSON.parse(JSON.stringify({ a: i, b: [i, 'x' + i], c: { d: null } }));
  (i * 1.1).toFixed(3).split('.').join('-').replace(/\\d/g, (digit) => digit + i);
  class Local { #secret = i; get secret() { return this.#secret; } }
  try { throw new Error('e' + new Local().secret); } catch (error) { error.stack; }
  structuredClone({ at: new Date(i), map: new Map([[i, i]]) });
  new WeakRef({ i });
  [...(function* () { yield i; })()];
  new Function('a', 'return a + 1n')(BigInt(i) ** 2n);
  Symbol('s' + i);
  await new Promise((done) => setTimeout(done, 0));
};
`;

const THEN_ONE_LEAK = `${STEADY}
class Kept {}
const kept = new Array(4).fill(null);
let i = 0;
const batch = async () => { for (let n = 0; n < 60; n++) await iterate(++i); };
await batch();
await snapshot();
await batch();
await snapshot();
await batch();
kept[0] = new Kept();
await snapshot();
`;

test.each(nodesAvailable())(
  'a steady loop shows zero in every class and one leaked object one, on Node %s',
  async (_, node) => {
    live = await liveSnapshots(THEN_ONE_LEAK, node);
    const [first, second, third] = await Promise.all(
      live.paths.map(async (path) => takeCensus(await readSnapshot(path))),
    );
    expect(differences(first, second)).toEqual({});
    expect(differences(second, third)).toEqual({ Kept: 1 });
  },
);

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

function differences(before: Census, after: Census): Record<string, number> {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const counts = names.map((name): [string, number] => [
    name,
    (after.get(name)?.count ?? 0) - (before.get(name)?.count ?? 0),
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}
