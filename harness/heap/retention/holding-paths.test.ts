import { expect, test } from 'vitest';
import { drawHeap } from '../testing/heap-picture.ts';
import { holdingPaths } from './holding-paths.ts';

test('each goal has the nodes and the edges that lead to it from the root, which stand in the snapshot', async () => {
  const heap = drawHeap('root .a> a\na .b> b\na .other> other\nb .x> X\nother [3> Y\nroot ~weak> gone');
  const snapshot = await heap.snapshot();
  const pathOf = holdingPaths(
    snapshot,
    ['X', 'Y', 'gone'].map((name) => heap.ordinal(name)),
  );
  for (const [goal, ...way] of [
    ['X', 'root', 'a', 'b', 'X'],
    ['Y', 'root', 'a', 'other', 'Y'],
    ['gone', 'gone'],
  ]) {
    const { nodes, edges } = pathOf(heap.ordinal(goal));
    expect(nodes).toEqual(way.map((name) => heap.ordinal(name)));
    expect(edges.map((edge) => snapshot.edgeTargets[edge])).toEqual(nodes.slice(1));
    for (const [step, edge] of edges.entries()) {
      expect(edge).toBeGreaterThanOrEqual(snapshot.firstEdges[nodes[step]]);
      expect(edge).toBeLessThan(snapshot.firstEdges[nodes[step] + 1]);
    }
  }
});
