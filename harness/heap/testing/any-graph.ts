import fc from 'fast-check';
import type { FlowGraph } from '../graph/flow-graph.ts';
import { EdgeKind } from '../kinds.ts';

/** A graph as a list of edges; node 0 is the root. */
export interface Drawing {
  nodeCount: number;
  edges: { from: number; to: number; kind: number }[];
}

const kinds = fc.constantFrom(
  EdgeKind.property,
  EdgeKind.property,
  EdgeKind.property,
  EdgeKind.internal,
  EdgeKind.shortcut,
  EdgeKind.weak,
  EdgeKind['weak map value'],
);

/** Graphs of every kind of edge, with cycles and nodes that nothing reaches. */
export const anyGraph: fc.Arbitrary<Drawing> = fc.integer({ min: 1, max: 24 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1);
  const edge = fc.record({ from: node, to: node, kind: kinds });
  return fc.record({ nodeCount: fc.constant(nodeCount), edges: fc.array(edge, { maxLength: 60 }) });
});

/** The same in typed arrays. */
export function toGraph({ nodeCount, edges }: Drawing): FlowGraph {
  const ordered = edges.toSorted((a, b) => a.from - b.from);
  const firstEdges = new Uint32Array(nodeCount + 1);
  for (const { from } of ordered) firstEdges[from + 1]++;
  for (let node = 0; node < nodeCount; node++) firstEdges[node + 1] += firstEdges[node];
  return {
    nodeCount,
    firstEdges,
    edgeKinds: Uint8Array.from(ordered, ({ kind }) => kind),
    edgeTargets: Uint32Array.from(ordered, ({ to }) => to),
  };
}
