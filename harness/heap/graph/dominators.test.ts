import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EdgeKind, FIRST_WEAK_KIND } from '../kinds.ts';
import { type Drawing, anyGraph as drawings, toGraph } from '../testing/any-graph.ts';
import { CASES } from '../testing/random-cases.ts';
import { findDominators } from './dominators.ts';
import type { FlowGraph } from './flow-graph.ts';
import { retainedSizes } from './retained-sizes.ts';

/** The pairs that count as "holds", by the rules of the flow graph, spelled out. */
function holdings({ nodeCount, edges }: Drawing): [number, number][] {
  const isGlobal = ({ from, to, kind }: Drawing['edges'][number]) =>
    from === 0 && to !== 0 && kind === EdgeKind.shortcut;
  const globals = edges.filter(isGlobal).map(({ to }) => to);
  const strong = edges.filter(({ kind }) => kind < FIRST_WEAK_KIND);
  const followed = edges.filter(({ kind }) => kind !== EdgeKind.weak);
  const owned = reach(globals, followed, 0);
  const pairs = strong
    .filter(({ from, to }) => from !== to && to !== 0 && (from === 0 || owned.has(from) || !owned.has(to)))
    .map(({ from, to }): [number, number] => [from, to]);
  for (const node of globals) pairs.push([0, node]);
  const asEdges = () => pairs.map(([from, to]) => ({ from, to }));
  const nodes = Array.from({ length: nodeCount }, (_, node) => node);
  const reached = reach([0], asEdges());
  for (const node of nodes) {
    if (!reached.has(node) && !pairs.some(([, to]) => to === node)) pairs.push([0, node]);
  }
  const reachedThen = reach([0], asEdges());
  for (const node of nodes) if (!reachedThen.has(node)) pairs.push([0, node]);
  return pairs;
}

function reach(starts: number[], edges: { from: number; to: number }[], without = -1): Set<number> {
  const reached = new Set(starts);
  for (const node of reached) {
    for (const { from, to } of edges) if (from === node && to !== without) reached.add(to);
  }
  return reached;
}

/** By definition: `a` dominates `b` if `b` cannot be reached without `a`. The immediate one dominates no other. */
function naiveDominators(nodeCount: number, pairs: [number, number][]): Set<number>[] {
  const edges = pairs.map(([from, to]) => ({ from, to }));
  const dominators = Array.from({ length: nodeCount }, (_, node) => new Set([node]));
  for (let candidate = 0; candidate < nodeCount; candidate++) {
    const kept = edges.filter(({ from, to }) => from !== candidate && to !== candidate);
    const reached = candidate === 0 ? new Set<number>() : reach([0], kept);
    for (let node = 0; node < nodeCount; node++) if (!reached.has(node)) dominators[node].add(candidate);
  }
  return dominators;
}

test('dominators agree with their definition on random graphs with weak edges, orphans and cycles', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const { nodeOf, numberOf, idoms } = findDominators(toGraph(drawing));
      const dominators = naiveDominators(drawing.nodeCount, holdings(drawing));
      for (let node = 1; node < drawing.nodeCount; node++) {
        const chain = new Set([node]);
        for (let number = numberOf[node]; number !== 0; number = idoms[number]) chain.add(nodeOf[idoms[number]]);
        expect(chain).toEqual(dominators[node]);
      }
    }),
    { numRuns: CASES },
  );
});

test('a retained size is the sum of the sizes of all that is dominated', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const sizes = Float64Array.from({ length: drawing.nodeCount }, (_, node) => 2 ** node);
      const retained = retainedSizes(findDominators(toGraph(drawing)), sizes);
      const dominators = naiveDominators(drawing.nodeCount, holdings(drawing));
      for (let node = 0; node < drawing.nodeCount; node++) {
        const expected = sizes.reduce((sum, size, other) => (dominators[other].has(node) ? sum + size : sum), 0);
        expect(retained[node]).toBe(expected);
      }
    }),
    { numRuns: CASES },
  );
});

test('a chain of a hundred thousand nodes needs no deep stack', () => {
  const nodeCount = 100_000;
  const graph: FlowGraph = {
    nodeCount,
    firstEdges: Uint32Array.from({ length: nodeCount + 1 }, (_, node) => Math.min(node, nodeCount - 1)),
    edgeKinds: new Uint8Array(nodeCount - 1).fill(EdgeKind.property),
    edgeTargets: Uint32Array.from({ length: nodeCount - 1 }, (_, edge) => edge + 1),
  };
  const tree = findDominators(graph);
  const retained = retainedSizes(tree, new Float64Array(nodeCount).fill(1));
  expect([retained[0], retained[1], retained[nodeCount - 1]]).toEqual([nodeCount, nodeCount - 1, 1]);
});
