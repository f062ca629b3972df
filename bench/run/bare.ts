// What steadyheap is compared with: the same iterations in plain Node, and V8 writing the triple of snapshots.
import { join } from 'node:path';
import { writeHeapSnapshot } from 'node:v8';
import { type Registry, visit } from './action.ts';

const folder = process.argv[2] as string;
const registry: Registry = new Map();
const half = (from: number): void => {
  for (let i = from; i < from + 50; i++) visit(registry, i);
};
writeHeapSnapshot(join(folder, 'baseline.heapsnapshot'));
half(0);
half(50);
writeHeapSnapshot(join(folder, 'target.heapsnapshot'));
writeHeapSnapshot(join(folder, 'final.heapsnapshot'));
