import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyGraph, toGraph } from '../testing/any-graph.ts';
import { CASES } from '../testing/random-cases.ts';
import { findDominators } from './dominators.ts';
import { partBehind } from './part-behind.ts';

test('what a member dominates in the part is what it dominates in the whole', () => {
  const graphAndMembers = anyGraph.chain((drawing) => {
    const other = fc.integer({ min: 1, max: Math.max(1, drawing.nodeCount - 1) });
    const members = drawing.nodeCount === 1 ? fc.constant([]) : fc.uniqueArray(other, { maxLength: 6 });
    return fc.record({ drawing: fc.constant(drawing), members });
  });
  fc.assert(
    fc.property(graphAndMembers, ({ drawing, members }) => {
      const graph = toGraph(drawing);
      const { graph: part, nodes, placeOf } = partBehind(graph, members);
      const whole = dominatedBy(findDominators(graph));
      const inPart = dominatedBy(findDominators(part));
      for (const member of members) {
        expect(new Set([...(inPart[placeOf[member]] ?? [])].map((place) => nodes[place]))).toEqual(whole[member]);
      }
    }),
    { numRuns: CASES },
  );
});

/** For each node those it dominates, itself included. */
function dominatedBy({ nodeOf, numberOf, idoms }: ReturnType<typeof findDominators>): Set<number>[] {
  const dominated = Array.from(nodeOf, (_, node) => new Set([node]));
  for (let node = 0; node < nodeOf.length; node++) {
    for (let number = numberOf[node]; number !== 0; number = idoms[number]) dominated[nodeOf[idoms[number]]].add(node);
  }
  return dominated;
}
