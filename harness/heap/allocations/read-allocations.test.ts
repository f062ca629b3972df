import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSnapshot } from '../read-snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';
import { type LiveSnapshots, liveSnapshots } from '../testing/live-snapshots.ts';
import type { Allocations } from './allocations.ts';
import { readAllocations } from './read-allocations.ts';

const SCENE = `
import { Session } from 'node:inspector';
const session = new Session();
session.connect();
class Order { constructor(i) { this.i = i; } }
class Early { constructor() { this.kept = true; } }
globalThis.kept = [new Early()];
session.post('HeapProfiler.startTrackingHeapObjects', { trackAllocations: true });
function makeOrder(i) { return new Order(i); }
function takeOrder(i) { globalThis.kept.push(makeOrder(i)); }
for (let i = 0; i < 20; i++) takeOrder(i);
await snapshot();
process.exit();
`;

let live: LiveSnapshots;
let folder: string;
beforeAll(async () => {
  live = await liveSnapshots(SCENE);
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
});
afterAll(async () => {
  await live.remove();
  await rm(folder, { recursive: true });
});

async function stacksOf(className: string): Promise<ReturnType<Allocations['stack']>[]> {
  const file = live.paths[0] as string;
  const snapshot = await readSnapshot(file);
  const allocations = await readAllocations(file, snapshot);
  const { strings, nodeNames, nodeCount } = snapshot;
  return Array.from({ length: nodeCount }, (_, node) => node)
    .filter((node) => strings.get(nodeNames[node] as number) === className)
    .map((node) => allocations.stack(allocations.stackNumber(node)));
}

test('each object made while V8 tracks leads to the functions that were running, innermost first', async () => {
  const stacks = (await stacksOf('Order')).filter((stack) => stack.length > 2);
  expect(stacks).toHaveLength(20);
  for (const [inner, outer] of stacks) {
    expect(inner).toMatchObject({
      functionName: 'makeOrder',
      url: expect.stringMatching(/^file:.*scene\.mjs$/),
      line: 15,
    });
    expect(outer).toMatchObject({ functionName: 'takeOrder', line: 16 });
  }
});

test('an object from before the tracking has no stack', async () => {
  const stacks = await stacksOf('Early');
  expect(stacks.length).toBeGreaterThan(0);
  expect(stacks.flat()).toEqual([]);
});

test.each([
  ['a tree that is cut off', '"trace_tree":[1,0,0,0,', 'the list of children in "trace_tree"'],
  ['a tree with a fraction', '"trace_tree":[1,0,0.5,0,[]]}', 'a digit or "," in "trace_tree"'],
  [
    'a tree that has no children where they belong',
    '"trace_tree":[1,0,0,0,7]}',
    'the list of children in "trace_tree"',
  ],
  ['a tree that names one node twice', '"trace_tree":[1,0,0,0,[1,0,0,0,[]]]}', 'an id of its own for each node'],
  ['a function that does not exist', '"trace_tree":[1,999999,0,0,[]]}', '1000000 functions'],
])('%s is refused, and the message says what was expected', async (_, tail, expected) => {
  const file = live.paths[0] as string;
  const text = await readFile(file, 'utf8');
  const broken = path.join(folder, 'broken.heapsnapshot');
  await writeFile(broken, text.slice(0, text.indexOf('"trace_tree"')) + tail);
  const error = await readAllocations(broken, await readSnapshot(file)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SnapshotError);
  expect((error as Error).message).toContain(expected);
});

test('a file that is cut off anywhere is refused', async () => {
  const file = live.paths[0] as string;
  const [bytes, snapshot] = await Promise.all([readFile(file), readSnapshot(file)]);
  const cut = path.join(folder, 'cut.heapsnapshot');
  for (const length of [
    0,
    500,
    50_000,
    bytes.length >> 1,
    bytes.indexOf('"strings"'),
    bytes.length - 2,
    bytes.length - 1,
  ]) {
    await writeFile(cut, bytes.subarray(0, length));
    await expect(readAllocations(cut, snapshot), `cut at ${length}`).rejects.toMatchObject({
      name: 'SnapshotError',
      offset: length,
    });
  }
});

test('a snapshot taken without tracking is refused', async () => {
  const plain = await liveSnapshots('await snapshot();');
  const file = plain.paths[0] as string;
  try {
    await expect(readAllocations(file, await readSnapshot(file))).rejects.toThrow(
      'as there is while allocations are tracked',
    );
  } finally {
    await plain.remove();
  }
});
