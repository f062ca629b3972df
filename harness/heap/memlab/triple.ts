import {
  analysis,
  config,
  ErrorHandling,
  fileManager,
  type HeapNodeIdSet,
  type IHeapNode,
  type IHeapSnapshot,
  utils,
} from '@memlab/core';
import { filterKey, nodeKey } from './leak-filter.ts';
import type { Task } from './message.ts';

/** The survivors memlab finds in a triple, in order of id, and the final heap they live in. */
export interface Triple {
  survivors: IHeapNode[];
  heap: IHeapSnapshot;
  /** Nodes read from baseline, target and final. */
  nodesRead: number[];
}

/** memlab is one object per process: settings made here hold for everything it does afterwards. */
function configure({ baseline, target, final, workFolder }: Task): void {
  config.muteConsole = true;
  config.errorHandling = ErrorHandling.Throw;
  config.useExternalSnapshot = true;
  config.externalSnapshotFilePaths = [baseline, target, final];
  // Above this number memlab picks at random.
  config.maxSamplesForClustering = Number.MAX_SAFE_INTEGER;
  // The value of a WeakMap entry is no reason for its key to live; memlab's own findLeaks sets the same.
  config.chaseWeakMapEdge = false;
  fileManager.initDirs(config, { workDir: workFolder });
}

/** Applies memlab's triple rule (not in baseline, in target, in final) to the snapshots, then the leak filter. */
export async function diffTriple(task: Task): Promise<Triple> {
  configure(task);
  const diff = await analysis.diffSnapshots({ loadAllSnapshots: true });
  const { snapshot: heap, leakedHeapNodeIdSet: ids } = diff;
  const wanted = new Set(task.classes.map(filterKey));
  utils.filterNodesInPlace(ids, heap, (node) => wanted.has(nodeKey(node)));
  analysis.preparePathFinder(heap);
  return {
    survivors: nodesInOrder(ids, heap),
    heap,
    nodesRead: diff.listOfLeakedHeapNodeIdSet.map(({ size }) => size),
  };
}

function nodesInOrder(ids: HeapNodeIdSet, heap: IHeapSnapshot): IHeapNode[] {
  return [...ids]
    .sort((a, b) => a - b)
    .map((id) => heap.getNodeById(id))
    .filter((node) => node !== null);
}
