import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { converse } from './converse.ts';
import { MemlabError } from './error.ts';
import type { MemlabReport, MemlabRequest } from './report.ts';
import { readSnapshotHeader } from './snapshot-header.ts';

/** 200 MB take memlab 24 to 30 s of CPU and 2.1 GB, 1 GB 146 s and 8.9 GB. */
const defaultMaxHeapBytes = 200e6;

/** Four times what a heap of 1 GB takes. */
const defaultTimeoutMs = 600_000;

/**
 * Runs memlab on the snapshots of one run, in a process of its own that prints nothing, works in a temporary folder and
 * is gone, with the folder, when this settles. Calls may overlap.
 *
 * @throws MemlabError when a snapshot is missing or damaged, on abort or time-out, or when memlab fails
 */
export async function runMemlab(
  request: MemlabRequest,
  { signal, timeoutMs = defaultTimeoutMs }: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<MemlabReport> {
  const start = performance.now();
  const paths = {
    baseline: resolve(request.baseline),
    target: resolve(request.target),
    final: resolve(request.final),
  };
  for (const role of ['baseline', 'target', 'final'] as const) {
    await readSnapshotHeader(paths[role], role);
  }
  const fileBytes = Math.max(...(await Promise.all(Object.values(paths).map((path) => stat(path)))).map((s) => s.size));
  const workFolder = await mkdtemp(join(tmpdir(), 'steadyheap-memlab-'));
  try {
    const task = { maxHeapBytes: defaultMaxHeapBytes, ...request, ...paths };
    const answer = await converse(task, { workFolder, fileBytes, timeoutMs, signal });
    if ('error' in answer) {
      throw new MemlabError(answer.error);
    }
    return { ...answer.report, cost: { ...answer.cost, wallMs: performance.now() - start } };
  } finally {
    await rm(workFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
