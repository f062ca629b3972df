import { afterEach, expect, test } from 'vitest';
import { readSnapshot } from '../read-snapshot.ts';
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

function differences(before: Census, after: Census): Record<string, number> {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const counts = names.map((name): [string, number] => [
    name,
    (after.get(name)?.count ?? 0) - (before.get(name)?.count ?? 0),
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}
