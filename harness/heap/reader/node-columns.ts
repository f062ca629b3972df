import type { Layout } from './layout.ts';
import type { RecordSink } from './number-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;

/** The columns of the node table while they fill. */
export class NodeColumns {
  readonly kinds: Uint8Array;
  readonly names: Uint32Array;
  readonly ids: Uint32Array;
  readonly sizes: Float64Array;
  readonly firstEdges: Uint32Array;
  /** The highest string index that a node names. */
  highestName = 0;
  readonly #layout: Layout;
  #edges = 0;

  constructor(layout: Layout) {
    const count = layout.nodeCount;
    this.#layout = layout;
    this.kinds = new Uint8Array(count);
    this.names = new Uint32Array(count);
    this.ids = new Uint32Array(count);
    this.sizes = new Float64Array(count);
    this.firstEdges = new Uint32Array(count + 1);
  }

  /** Takes blocks of the `nodes` section. */
  readonly sink: RecordSink = (values, count, first) => {
    const { stride, type, name, id, selfSize, edgeCount } = this.#layout.node;
    const kindOf = this.#layout.nodeKindOf;
    const { kinds, names, ids, sizes, firstEdges } = this;
    let node = first / stride;
    let edges = this.#edges;
    let highestName = this.highestName;
    for (let at = 0; at < count; at += stride) {
      const kind = values[at + type];
      if (kind >= kindOf.length) throw new Misfit(undefined, `node ${node} to have a type below ${kindOf.length}`);
      if (values[at + id] > MOST_UINT32) throw new Misfit(undefined, `node ${node} to have an id of 32 bits`);
      if (values[at + name] > highestName) highestName = values[at + name];
      kinds[node] = kindOf[kind];
      names[node] = values[at + name];
      ids[node] = values[at + id];
      sizes[node] = values[at + selfSize];
      edges += values[at + edgeCount];
      if (edges > this.#layout.edgeCount) throw new Misfit(undefined, this.#edgeTotal(`at least ${edges}`));
      firstEdges[++node] = edges;
    }
    this.#edges = edges;
    this.highestName = highestName;
  };

  /** To be called when all nodes are in; throws when their edge counts do not add up. */
  finish(): void {
    if (this.#edges !== this.#layout.edgeCount) throw new Misfit(undefined, this.#edgeTotal(String(this.#edges)));
  }

  #edgeTotal(actual: string): string {
    return `the edge counts of the nodes to add up to ${this.#layout.edgeCount}, not ${actual}`;
  }
}
