import { MemlabError } from './error.ts';
import { readHeapSize } from './heap-size.ts';
import type { Task } from './message.ts';
import { type MemlabReport, skippedReport } from './report.ts';
import { readSnapshotHeader } from './snapshot-header.ts';

let memlab: Promise<typeof import('./triple.ts') & typeof import('./clusters.ts')> | undefined;

/** Loads memlab once; it makes folders. */
export function loadMemlab() {
  memlab ??= Promise.all([import('./triple.ts'), import('./clusters.ts')]).then(([triple, clusters]) => ({
    ...triple,
    ...clusters,
  }));
  return memlab;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * Runs memlab on a triple, in this process; its files go to the work folder.
 *
 * @throws MemlabError when memlab did not read every node that a snapshot announces
 */
export async function analyse(task: Task, workFolder: string): Promise<Omit<MemlabReport, 'cost'>> {
  const roles = ['baseline', 'target', 'final'] as const;
  const headers = await Promise.all(roles.map((role) => readSnapshotHeader(task[role], role)));
  const heapBytes = await readHeapSize(task.target, headers[1] as (typeof headers)[number]);
  if (heapBytes > task.maxHeapBytes) {
    return skippedReport(
      `The heap of ${megabytes(heapBytes)} is above memlab's limit of ${megabytes(task.maxHeapBytes)}.`,
    );
  }
  const { diffTriple, clusterSurvivors } = await loadMemlab();
  const { survivors, countsByClass, heap, nodesRead } = await diffTriple(task, workFolder);
  roles.forEach((role, i) => {
    const announced = headers[i]?.nodeCount;
    if (nodesRead[i] !== announced) {
      throw new MemlabError(
        `The ${role} snapshot ${task[role]} is damaged: it announces ${announced} nodes and holds ${nodesRead[i]}.`,
      );
    }
  });
  const clusters = clusterSurvivors(survivors, heap);
  return {
    survivors: survivors.length,
    countsByClass,
    clustered: clusters.reduce((sum, { count }) => sum + count, 0),
    clusters,
    skipped: null,
  };
}
