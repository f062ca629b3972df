import { expect, test } from 'vitest';
import { readAllocations, readSnapshot } from '../../heap/index.ts';
import { liveSnapshots } from '../../heap/testing/live-snapshots.ts';
import { FrameReader } from './frame-reader.ts';
import { stacksOf } from './stacks.ts';

/** Objects of one class that three functions allocate: 60, 38 and 2 of them. */
const SCENE = `
import { Session } from 'node:inspector';
const session = new Session();
session.connect();
class Order { constructor(i) { this.i = i; } }
globalThis.kept = [];
session.post('HeapProfiler.startTrackingHeapObjects', { trackAllocations: true });
function most(i) { globalThis.kept.push(new Order(i)); }
function some(i) { globalThis.kept.push(new Order(i)); }
function hardlyAny(i) { globalThis.kept.push(new Order(i)); }
for (let i = 0; i < 60; i++) most(i);
for (let i = 0; i < 38; i++) some(i);
for (let i = 0; i < 2; i++) hardlyAny(i);
await snapshot();
process.exit();
`;

test('the stacks of a class are told by what they retain, and those of hardly any of its objects are not', async () => {
  const live = await liveSnapshots(SCENE);
  try {
    const [file = ''] = live.paths;
    const snapshot = await readSnapshot(file);
    const allocations = await readAllocations(file, snapshot);
    const nodes = Array.from({ length: snapshot.nodeCount }, (_, node) => node).filter(
      (node) =>
        snapshot.strings.get(snapshot.nodeNames[node] as number) === 'Order' && allocations.stackNumber(node) !== 0,
    );
    const reader = new FrameReader({
      originalPlace: () => undefined,
      underTest: null,
      directory: '/nothing/was/compiled',
    });
    const stacks = stacksOf(snapshot, allocations, reader, { className: 'Order', nodes, definedAt: null });
    expect(stacks.map(({ count, frames: [innermost] }) => [innermost?.functionName, count, innermost?.line])).toEqual([
      ['most', 60, 14],
      ['some', 38, 15],
    ]);
  } finally {
    await live.remove();
  }
});
