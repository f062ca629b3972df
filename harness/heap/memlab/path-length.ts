import type { IHeapNode } from '@memlab/core';

/**
 * Measures retainer paths without building them: in a leaked linked list of n objects the paths have n²/2 steps in all
 * (2,000 of 40,000 took memlab over 4 GB of memory), while this is linear.
 *
 * @returns a function that gives the number of nodes from a GC root to a node; Infinity where no path leads to one
 */
export function pathLengths(): (node: IHeapNode) => number {
  const known = new Map<number, number>();
  return (node) => {
    const unknown: number[] = [];
    const walked = new Set<number>();
    let current: IHeapNode | null = node;
    let length = 0;
    while (current) {
      const index: number = current.nodeIndex;
      const knownLength = known.get(index);
      if (knownLength !== undefined) {
        length = knownLength;
        break;
      }
      if (walked.has(index)) {
        length = Number.POSITIVE_INFINITY;
        break;
      }
      walked.add(index);
      unknown.push(index);
      current = current.pathEdge?.fromNode ?? null;
    }
    for (const index of unknown.reverse()) {
      length++;
      known.set(index, length);
    }
    return length;
  };
}
