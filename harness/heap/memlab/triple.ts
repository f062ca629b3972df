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
import { leakFilter } from './leak-filter.ts';
import type { Task } from './message.ts';
import { nodeLines } from './node-lines.ts';

/** What memlab finds in a triple. */
export interface Triple {
  /** Of the classes that are more than counted, in order of id. */
  survivors: IHeapNode[];
  /** The same by class asked for. */
  countsByClass: Record<string, number>;
  /** The final heap, in which the survivors live. */
  heap: IHeapSnapshot;
  /** Nodes read from baseline, target and final. */
  nodesRead: number[];
}

/** memlab is one object per process: settings made here hold for everything it does afterwards. */
function configure({ baseline, target, final }: Task, workFolder: string): void {
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
export async function diffTriple(task: Task, workFolder: string): Promise<Triple> {
  configure(task, workFolder);
  const diff = await analysis.diffSnapshots({ loadAllSnapshots: true });
  const { snapshot: heap, leakedHeapNodeIdSet: ids } = diff;
  const onlyCounted = new Set(task.onlyCounted);
  const asked = [...task.classes, ...task.onlyCounted];
  const classesOf = leakFilter(asked);
  const lineOf = nodeLines(heap);
  const countsByClass = Object.fromEntries(asked.map((className) => [className, 0]));
  utils.filterNodesInPlace(ids, heap, (node) => {
    const classes = classesOf(node, lineOf(node));
    for (const className of classes) {
      countsByClass[className] = (countsByClass[className] ?? 0) + 1;
    }
    return classes.some((className) => !onlyCounted.has(className));
  });
  const nodesRead = diff.listOfLeakedHeapNodeIdSet.map(({ size }) => size);
  return { survivors: nodesInOrder(ids, heap), countsByClass, heap, nodesRead };
}

function nodesInOrder(ids: HeapNodeIdSet, heap: IHeapSnapshot): IHeapNode[] {
  return [...ids]
    .sort((a, b) => a - b)
    .map((id) => heap.getNodeById(id))
    .filter((node) => node !== null);
}
