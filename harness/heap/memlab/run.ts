import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MemlabError } from './error.ts';
import { MemlabProcess } from './process.ts';
import type { MemlabReport, MemlabRequest } from './report.ts';
import { readSnapshotHeader } from './snapshot-header.ts';

/** 200 MB take memlab 24 to 30 s of CPU and 2.1 GB, 1 GB 146 s and 8.9 GB. */
export const MEMLAB_MAX_HEAP_BYTES = 200e6;

/** Four times what a heap of 1 GB takes. */
const defaultTimeoutMs = 600_000;

/** What an analysis runs under. */
interface MemlabOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
  /** A process that has loaded memlab already; one is started where it is missing or has not enough room. */
  process?: MemlabProcess;
}

/**
 * Runs memlab on the snapshots of one run, in a process of its own that prints nothing, works in a temporary folder and
 * is gone, with the folder, when this settles. Calls may overlap.
 *
 * @throws MemlabError when a snapshot is missing or damaged, on abort or time-out, or when memlab fails
 */
export async function runMemlab(
  request: MemlabRequest,
  { signal, timeoutMs = defaultTimeoutMs, process: prepared }: MemlabOptions = {},
): Promise<MemlabReport> {
  const start = performance.now();
  const paths = {
    baseline: resolve(request.baseline),
    target: resolve(request.target),
    final: resolve(request.final),
  };
  let used = prepared;
  try {
    for (const role of ['baseline', 'target', 'final'] as const) {
      await readSnapshotHeader(paths[role], role);
    }
    const sizes = await Promise.all(Object.values(paths).map(async (path) => (await stat(path)).size));
    const fileBytes = Math.max(...sizes);
    if (used === undefined || !used.hasRoomFor(fileBytes)) {
      await used?.end();
      used = new MemlabProcess(fileBytes);
    }
    const task = { maxHeapBytes: MEMLAB_MAX_HEAP_BYTES, onlyCounted: [], ...request, ...paths };
    const answer = await used.answer(task, { timeoutMs, signal });
    if ('error' in answer) {
      throw new MemlabError(answer.error);
    }
    return { ...answer.report, cost: { ...answer.cost, wallMs: performance.now() - start } };
  } finally {
    await used?.end();
  }
}
