import { EdgeKind, FIRST_WEAK_KIND } from '../kinds.ts';
import type { FlowGraph } from './flow-graph.ts';

/** What is known of a node, in bits. */
const OWNED = 1;
const MEMBER = 2;
/** Reached from the root without passing a member. */
const FREE = 4;
/** Reached by way of members only. */
const BEHIND = 8;
/** A member that something outside the part leads to. */
const ENTRY = 16;

/** A part of a graph as a graph of its own; node 0 stands for the root and all else outside the part. */
export interface GraphPart {
  readonly graph: FlowGraph;
  /** The node of the whole graph that each node of the part is. */
  readonly nodes: Uint32Array;
  /** For each node of the whole graph its node in the part, 0 for those outside. */
  readonly placeOf: Uint32Array;
}

/**
 * The nodes that are reached by way of `members` only, members included. Whatever one of the members dominates is among
 * them, and dominators within the part are those of the whole: a path that enters the part does so at a member, and what
 * leads there from outside avoids all members.
 *
 * Two passes over the edges that mark a byte a node: a third of the cost of finding the dominators of everything.
 */
export function partBehind(graph: FlowGraph, members: readonly number[]): GraphPart {
  const marks = new Uint8Array(graph.nodeCount);
  for (const node of members) marks[node] = MEMBER;
  const search = new Search(graph, marks, members);
  search.markOwned();
  search.markFromRoot();
  search.markOrphans();
  return cutOut(graph, marks);
}

class Search {
  readonly #graph: FlowGraph;
  readonly #marks: Uint8Array;
  readonly #members: readonly number[];
  readonly #stack: Uint32Array;

  constructor(graph: FlowGraph, marks: Uint8Array, members: readonly number[]) {
    this.#graph = graph;
    this.#marks = marks;
    this.#members = members;
    this.#stack = new Uint32Array(graph.nodeCount);
  }

  /** What the global objects reach by any edge that is not weak. */
  markOwned(): void {
    const { firstEdges, edgeKinds, edgeTargets } = this.#graph;
    const marks = this.#marks;
    const stack = this.#stack;
    const { weak, shortcut } = EdgeKind;
    let top = 0;
    for (let edge = firstEdges[0]; edge < firstEdges[1]; edge++) {
      const target = edgeTargets[edge];
      if (edgeKinds[edge] !== shortcut || target === 0 || (marks[target] & OWNED) !== 0) continue;
      marks[target] |= OWNED;
      stack[top++] = target;
    }
    while (top > 0) {
      const node = stack[--top];
      const end = firstEdges[node + 1];
      for (let edge = firstEdges[node]; edge < end; edge++) {
        const target = edgeTargets[edge];
        if ((marks[target] & OWNED) !== 0 || edgeKinds[edge] === weak || target === 0) continue;
        marks[target] |= OWNED;
        stack[top++] = target;
      }
    }
  }

  /** The root's own edges count, its shortcuts among them, whoever owns their targets. */
  markFromRoot(): void {
    const { firstEdges, edgeKinds, edgeTargets } = this.#graph;
    const held: number[] = [];
    this.#marks[0] |= FREE;
    for (let edge = firstEdges[0]; edge < firstEdges[1]; edge++) {
      if (edgeKinds[edge] <= FIRST_WEAK_KIND) held.push(edgeTargets[edge]);
    }
    this.#holdByRoot(held);
  }

  /**
   * What nothing reaches counts as held by the root: first those that no other of them holds, with all that they hold in
   * turn; then those left, which are cycles and what hangs on them.
   */
  markOrphans(): void {
    const orphans = this.#unreached();
    const held = this.#heldBy(orphans);
    this.#holdByRoot(orphans.filter((node) => !held.has(node)));
    this.#holdByRoot(this.#unreached());
  }

  #holdByRoot(nodes: readonly number[]): void {
    const marks = this.#marks;
    for (const node of nodes) {
      if ((marks[node] & MEMBER) !== 0) marks[node] |= ENTRY;
      else if ((marks[node] & FREE) === 0) this.#spreadFree(node);
    }
    for (const member of this.#members) if ((marks[member] & (ENTRY | BEHIND)) === ENTRY) this.#spreadBehind(member);
  }

  /** Marks what `start` reaches without passing a member; what was behind members only is so no longer. */
  #spreadFree(start: number): void {
    const { firstEdges, edgeKinds, edgeTargets } = this.#graph;
    const marks = this.#marks;
    const stack = this.#stack;
    let top = 0;
    stack[top++] = start;
    marks[start] |= FREE;
    while (top > 0) {
      const node = stack[--top];
      const end = firstEdges[node + 1];
      const foreign = foreignTo(marks[node]);
      for (let edge = firstEdges[node]; edge < end; edge++) {
        const target = edgeTargets[edge];
        const mark = marks[target];
        if ((mark & (FREE | foreign)) !== 0 || edgeKinds[edge] >= FIRST_WEAK_KIND) continue;
        if ((mark & MEMBER) !== 0) marks[target] = mark | ENTRY;
        else {
          marks[target] = mark | FREE;
          stack[top++] = target;
        }
      }
    }
  }

  #spreadBehind(start: number): void {
    const { firstEdges, edgeKinds, edgeTargets } = this.#graph;
    const marks = this.#marks;
    const stack = this.#stack;
    let top = 0;
    stack[top++] = start;
    marks[start] |= BEHIND;
    while (top > 0) {
      const node = stack[--top];
      const end = firstEdges[node + 1];
      const foreign = foreignTo(marks[node]);
      for (let edge = firstEdges[node]; edge < end; edge++) {
        const target = edgeTargets[edge];
        if ((marks[target] & (FREE | BEHIND | foreign)) !== 0 || edgeKinds[edge] >= FIRST_WEAK_KIND) continue;
        marks[target] |= BEHIND;
        stack[top++] = target;
      }
    }
  }

  #unreached(): number[] {
    const nodes: number[] = [];
    for (let node = 0; node < this.#marks.length; node++)
      if ((this.#marks[node] & (FREE | BEHIND)) === 0) nodes.push(node);
    return nodes;
  }

  #heldBy(nodes: readonly number[]): Set<number> {
    const { firstEdges, edgeKinds, edgeTargets } = this.#graph;
    const held = new Set<number>();
    for (const node of nodes) {
      for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
        const target = edgeTargets[edge];
        if (target === node || edgeKinds[edge] >= FIRST_WEAK_KIND) continue;
        if ((this.#marks[target] & foreignTo(this.#marks[node])) === 0) held.add(target);
      }
    }
    return held;
  }
}

/** What belongs to the global objects is not held by what does not: the mark that a target must not have. */
function foreignTo(mark: number): number {
  return (mark & OWNED) === 0 ? OWNED : 0;
}

function cutOut({ nodeCount, firstEdges, edgeKinds, edgeTargets }: FlowGraph, marks: Uint8Array): GraphPart {
  const isInside = (node: number) => (marks[node] & (FREE | BEHIND)) === BEHIND;
  const placeOf = new Uint32Array(nodeCount);
  const nodes = [0];
  for (let node = 1; node < nodeCount; node++) if (isInside(node)) placeOf[node] = nodes.push(node) - 1;
  const starts = new Uint32Array(nodes.length + 1);
  const targets = nodes.filter((node) => (marks[node] & ENTRY) !== 0).map((node) => placeOf[node]);
  for (let place = 1; place < nodes.length; place++) {
    const node = nodes[place];
    starts[place] = targets.length;
    for (let edge = firstEdges[node]; edge < firstEdges[node + 1]; edge++) {
      const target = edgeTargets[edge];
      if (placeOf[target] === 0 || edgeKinds[edge] >= FIRST_WEAK_KIND) continue;
      if ((marks[target] & foreignTo(marks[node])) === 0) targets.push(placeOf[target]);
    }
  }
  starts[nodes.length] = targets.length;
  const graph: FlowGraph = {
    nodeCount: nodes.length,
    firstEdges: starts,
    edgeKinds: new Uint8Array(targets.length).fill(EdgeKind.property),
    edgeTargets: Uint32Array.from(targets),
  };
  return { graph, nodes: Uint32Array.from(nodes), placeOf };
}
