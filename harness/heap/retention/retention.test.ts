import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'heap-snapshot-toolkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EdgeKind, nodeKinds } from '../kinds.ts';
import { readSnapshot } from '../read-snapshot.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { type LiveSnapshots, liveSnapshots } from '../testing/live-snapshots.ts';
import { nodesAvailable } from '../testing/nodes.ts';
import { Retention } from './retention.ts';

const run = promisify(execFile);

/** Every way to hold something that the rules of retention treat apart. */
const SCENE = `
class Tenant { constructor() { this.self = this; this.weak = new WeakRef(this); } }
const byKey = new WeakMap();
const keys = [];
for (let i = 0; i < 300; i++) {
  const key = { i };
  keys.push(key);
  byKey.set(key, new Tenant());
  byKey.set(new Tenant(), key);
  setTimeout(() => key, 1e6).unref();
}
globalThis.held = { keys, byKey, bus: new EventTarget(), shared: new Set(keys), text: 'a'.repeat(9).concat(keys.length) };
await snapshot();
`;

interface DevToolsHeap {
  nodes: { getValue(index: number): number };
  nodeFieldCount: number;
  retainedSizes: Float64Array;
  totalSize: number;
}

function sizesOf(retention: Retention, { nodeCount }: HeapSnapshot): number[] {
  return Array.from({ length: nodeCount }, (_, ordinal) => retention.ofNode(ordinal));
}

describe.each(nodesAvailable())('a heap of Node %s', (_, node) => {
  let live: LiveSnapshots;
  let path: string;
  let snapshot: HeapSnapshot;
  beforeAll(async () => {
    live = await liveSnapshots(SCENE, node);
    path = live.paths[0];
    snapshot = await readSnapshot(path);
  });
  afterAll(() => live.remove());

  test('every node retains what DevTools says, to the byte, with the shallow sizes of DevTools', async () => {
    // DevTools gives the shallow bytes of hidden nodes and arrays that have one owner to that owner before it starts.
    const theirs: DevToolsHeap = await parse(createReadStream(path, 'utf8'));
    const nodeSizes = snapshot.nodeSizes.map((_, ordinal) =>
      theirs.nodes.getValue(theirs.nodeFieldCount * ordinal + 3),
    );
    const moved = Array.from(nodeSizes.keys()).filter((ordinal) => nodeSizes[ordinal] < snapshot.nodeSizes[ordinal]);
    expect(new Set(moved.map((ordinal) => nodeKinds[snapshot.nodeKinds[ordinal]]))).toEqual(
      new Set(['array', 'hidden']),
    );
    const retention = new Retention({ ...snapshot, nodeSizes });
    expect(Array.from(theirs.retainedSizes)).toEqual(sizesOf(retention, snapshot));
    expect(new Retention(snapshot).ofNode(0)).toBe(theirs.totalSize);
  });

  test('every node retains what memlab says, to the byte, by the rules of memlab', async () => {
    // memlab counts the edges from a WeakMap's table to its values, next to those from the keys, and it protects what the
    // root's other references reach, where DevTools protects what the shortcuts to the global objects reach.
    const edgeKinds = snapshot.edgeKinds.slice();
    for (let edge = 0; edge < snapshot.edgeCount; edge++) {
      if (edge < snapshot.firstEdges[1]) {
        edgeKinds[edge] = edgeKinds[edge] === EdgeKind.shortcut ? EdgeKind.element : EdgeKind.shortcut;
      } else if (edgeKinds[edge] === EdgeKind['weak map value']) {
        edgeKinds[edge] = EdgeKind.internal;
      }
    }
    const retention = new Retention({ ...snapshot, edgeKinds });
    const script = join(import.meta.dirname, '..', 'testing', 'memlab-sizes.ts');
    const { stdout } = await run(process.execPath, [script, path], { maxBuffer: 1 << 28 });
    const theirs: number[] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(theirs).toEqual(sizesOf(retention, snapshot));
  });
});
