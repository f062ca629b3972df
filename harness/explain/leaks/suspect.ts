import {
  type ClassNames,
  definedAt,
  EdgeKind,
  type HeapSnapshot,
  type HoldingPath,
  isIndexEdge,
  moduleFile,
  NO_CLASS,
  NodeKind,
  scriptPath,
} from '../../heap/index.ts';

/** Objects that stay, and how one of them is held: what the recognisers look at. */
export interface SuspectFacts {
  snapshot: HeapSnapshot;
  classes: ClassNames;
  /** Objects with ids above it were made in the measured iterations. */
  bornAfter: number;
  /** The objects that stay. */
  nodes: readonly number[];
  /** From the root to one of them, or to a further object that grows with them. */
  path: HoldingPath;
  /** Where on the path that one stands. */
  at: number;
}

const NOTHING: ReadonlySet<string> = new Set();
/** V8's name for the variables of a scope. */
export const CONTEXT = 'system / Context';

/** The facts, and the ways to ask about them that several recognisers share. */
export class Suspect {
  readonly snapshot: HeapSnapshot;
  readonly classes: ClassNames;
  readonly bornAfter: number;
  readonly nodes: readonly number[];
  readonly path: HoldingPath;
  readonly at: number;

  constructor(facts: SuspectFacts) {
    this.snapshot = facts.snapshot;
    this.classes = facts.classes;
    this.bornAfter = facts.bornAfter;
    this.nodes = facts.nodes;
    this.path = facts.path;
    this.at = facts.at;
  }

  /** The one whose path is known. */
  get example(): number {
    return this.path.nodes[this.at] as number;
  }

  /** Where on the path the nearest older object stands that a programmer knows; -1 when only V8's own hold it. */
  get holderAt(): number {
    let at = this.at - 1;
    while (at >= 0 && (this.isNew(this.path.nodes[at] as number) || !this.isVisible(this.path.nodes[at] as number)))
      at--;
    return at;
  }

  /**
   * Whether the path runs straight from its node at `from` to the objects that stay: past V8's own and older objects of these
   * classes only. Otherwise something else that was there before holds them, and the one at `from` merely leads to it.
   */
  runsStraight(from: number, past: ReadonlySet<string> = NOTHING): boolean {
    const { nodeKinds } = this.snapshot;
    return this.path.nodes.slice(from + 1, this.at).every((node) => {
      if (this.isNew(node)) return true;
      // A context is V8's own, and what it holds is a function's.
      if (nodeKinds[node] === NodeKind.closure || this.textOf(node) === CONTEXT) return false;
      return !this.isVisible(node) || past.has(this.nameOf(node));
    });
  }

  isNew(node: number): boolean {
    return (this.snapshot.nodeIds[node] as number) > this.bornAfter;
  }

  isVisible(node: number): boolean {
    return this.classes.classOf(node) !== NO_CLASS;
  }

  /** The class of what a programmer knows, and V8's name for the rest. */
  nameOf(node: number): string {
    const number = this.classes.classOf(node);
    return number === NO_CLASS ? this.textOf(node) : (this.classes.names[number] as string);
  }

  /** V8's name of a node; of a string, its text. */
  textOf(node: number): string {
    return this.snapshot.strings.get(this.snapshot.nodeNames[node] as number);
  }

  /** The name of an edge; undefined for one that only has a number. */
  edgeName(edge: number): string | undefined {
    const { edgeKinds, edgeNames, strings } = this.snapshot;
    return isIndexEdge(edgeKinds[edge] as number) ? undefined : strings.get(edgeNames[edge] as number);
  }

  /** The edges out of a node that hold their target: kind, name (undefined for a number) and target. */
  *edgesOf(node: number): Generator<{ edge: number; kind: number; name: string | undefined; target: number }> {
    const { firstEdges, edgeKinds, edgeTargets } = this.snapshot;
    for (let edge = firstEdges[node] as number; edge < (firstEdges[node + 1] as number); edge++) {
      const kind = edgeKinds[edge] as number;
      if (kind === EdgeKind.weak || kind === EdgeKind.shortcut) continue;
      yield { edge, kind, name: this.edgeName(edge), target: edgeTargets[edge] as number };
    }
  }

  /** The file of a loaded module, of the object that stands for it; undefined for any other node. */
  moduleFile(node: number): string | undefined {
    const file = moduleFile(this.snapshot, node, this.classes.sources);
    return file === undefined ? undefined : scriptPath(file);
  }

  /** `file:line` of a closure, or of the class of an object; null where the snapshot does not tell. */
  placeOf(node: number): string | null {
    return definedAt(this.classes.placeOf(node));
  }
}
