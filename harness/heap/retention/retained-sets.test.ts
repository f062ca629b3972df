import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDominators } from '../graph/dominators.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { anyGraph, toGraph } from '../testing/any-graph.ts';
import { CASES } from '../testing/random-cases.ts';
import { Retention } from './retention.ts';

/** Graphs with a set of nodes, the root not among them. */
const graphAndSet = anyGraph
  .filter(({ nodeCount }) => nodeCount > 1)
  .chain((drawing) =>
    fc.record({
      drawing: fc.constant(drawing),
      set: fc.uniqueArray(fc.integer({ min: 1, max: drawing.nodeCount - 1 }), { maxLength: 6 }),
    }),
  );

test('a set retains what one of its nodes dominates, each byte once, asked for with members or without', () => {
  fc.assert(
    fc.property(graphAndSet, ({ drawing, set }) => {
      const graph = toGraph(drawing);
      const nodeSizes = Float64Array.from({ length: drawing.nodeCount }, (_, node) => 2 ** node);
      const { nodeOf, numberOf, idoms } = findDominators(graph);
      const isWithin = (node: number): boolean => {
        for (let number = numberOf[node]; number !== 0; number = idoms[number]) {
          if (set.includes(nodeOf[number])) return true;
        }
        return false;
      };
      const expected = nodeSizes.reduce((sum, size, node) => (isWithin(node) ? sum + size : sum), 0);
      const snapshot = { ...graph, nodeSizes } as unknown as HeapSnapshot;
      expect(new Retention(snapshot).ofSet(set)).toBe(expected);
      expect(new Retention(snapshot, set).ofSet(set)).toBe(expected);
    }),
    { numRuns: CASES },
  );
});
