import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHeap } from './testing/heap-picture.ts';
import {
  idOf,
  LEAK_BYTES,
  lastIdBeforeLeaks,
  PAYLOAD_BYTES,
  ROW_BYTES,
  writeHugeSnapshot,
} from './testing/huge-snapshot.ts';

const run = promisify(execFile);

/** One more than a JavaScript Map or Set could take, in a file longer than a JavaScript string can be. */
const HEAP = { rows: 2 ** 24, leaks: 1000 };
const NODES = 3 + HEAP.rows + 2 * HEAP.leaks;
const EDGES = 2 + HEAP.rows + 2 * HEAP.leaks;
/** Of the largest file of a triple. */
const MOST_MEMORY = 3;
/** It takes 10 s, which may be many times as long on a busy machine. */
const TIMEOUT = 600_000;

let folder: string;
let huge: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steadyheap-huge-'));
  huge = join(folder, 'huge.heapsnapshot');
  writeHugeSnapshot(huge, HEAP);
}, TIMEOUT);
afterAll(() => rm(folder, { recursive: true }));

test(
  'a file of more than 512 MB with more than 2^24 nodes is read to the last, within three times its size',
  async () => {
    const { size } = await stat(huge);
    expect(size).toBeGreaterThan(512 * 2 ** 20);
    const baseline = join(folder, 'baseline.heapsnapshot');
    const lastId = lastIdBeforeLeaks(HEAP);
    await writeFile(baseline, drawHeap('root .old> Old', {}, { Old: { id: lastId } }).json());
    const script = join(import.meta.dirname, 'testing', 'analyse-triple.ts');
    const { stdout } = await run(process.execPath, [script, baseline, huge, huge]);
    const { peakRssBytes, ...found } = JSON.parse(stdout);
    expect(found).toEqual({
      nodeCount: NODES,
      edgeCount: EDGES,
      lastId: idOf(NODES - 1),
      lastTarget: NODES - 1,
      boundaries: [lastId, idOf(NODES - 1)],
      census: [
        ['global', { count: 1, shallowBytes: 10 }],
        ['Registry', { count: 1, shallowBytes: 16 }],
        ['Row', { count: HEAP.rows, shallowBytes: HEAP.rows * ROW_BYTES }],
        ['Leaky', { count: HEAP.leaks, shallowBytes: HEAP.leaks * LEAK_BYTES }],
        ['Payload', { count: HEAP.leaks, shallowBytes: HEAP.leaks * PAYLOAD_BYTES }],
      ],
      groups: [
        {
          className: 'Leaky',
          count: HEAP.leaks,
          perInterval: [HEAP.leaks],
          shallowBytes: HEAP.leaks * LEAK_BYTES,
          retainedBytes: HEAP.leaks * (LEAK_BYTES + PAYLOAD_BYTES),
          retainerPath: ['global.registry', 'Registry[*]', 'Leaky'],
          definedAt: null,
        },
      ],
    });
    // What the snapshot's own columns take was there; so the peak is one of the whole analysis.
    expect(peakRssBytes).toBeGreaterThan(17 * NODES + 9 * EDGES);
    expect(peakRssBytes).toBeLessThan(MOST_MEMORY * size);
  },
  TIMEOUT,
);
