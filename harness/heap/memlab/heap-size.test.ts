import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { plantedTriple } from './fixtures/triple.ts';
import { readHeapSize } from './heap-size.ts';
import { readSnapshotHeader } from './snapshot-header.ts';

test("the size of a heap is the sum of its nodes' own sizes", async () => {
  const { target } = await plantedTriple('instances', 'leaky');
  const { snapshot, nodes } = JSON.parse(await readFile(target, 'utf8'));
  const fields: string[] = snapshot.meta.node_fields;
  const sizes = nodes.filter((_: number, i: number) => i % fields.length === fields.indexOf('self_size'));
  const header = await readSnapshotHeader(target, 'target');
  expect(header.nodeCount).toBe(sizes.length);
  expect(await readHeapSize(target, header)).toBe(sizes.reduce((sum: number, size: number) => sum + size, 0));
});
