import type { Layout } from './layout.ts';
import { plainValue, readPlain } from './plain-number.ts';
import type { RecordStore } from './record-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

/** The columns of the node table while they fill. */
export class NodeColumns implements RecordStore {
  readonly kinds: Uint8Array;
  readonly names: Uint32Array;
  readonly ids: Uint32Array;
  readonly sizes: Float64Array;
  readonly firstEdges: Uint32Array;
  readonly stride: number;
  readonly expected: number;
  stored = 0;
  /** The highest string index that a node names. */
  highestName = 0;
  readonly #layout: Layout;
  readonly #inOrder: boolean;

  constructor(layout: Layout) {
    const count = layout.nodeCount;
    this.#layout = layout;
    this.#inOrder = startsInOrder(layout);
    this.stride = layout.node.stride;
    this.expected = count;
    this.kinds = new Uint8Array(count);
    this.names = new Uint32Array(count);
    this.ids = new Uint32Array(count);
    this.sizes = new Float64Array(count);
    this.firstEdges = new Uint32Array(count + 1);
  }

  store(values: Float64Array, node: number): void {
    const { node: field, nodeKindOf, edgeCount } = this.#layout;
    const name = values[field.name];
    const edges = this.firstEdges[node] + values[field.edgeCount];
    if (values[field.type] >= nodeKindOf.length) {
      throw new Misfit(undefined, `node ${node} to have a type below ${nodeKindOf.length}`);
    }
    if (values[field.id] > MOST_UINT32) throw new Misfit(undefined, `node ${node} to have an id of 32 bits`);
    if (name > MOST_UINT32) throw new Misfit(undefined, `node ${node} to have a name of 32 bits`);
    if (edges > edgeCount) throw new Misfit(undefined, this.#edgeTotal(`at least ${edges}`));
    if (name > this.highestName) this.highestName = name;
    this.kinds[node] = nodeKindOf[values[field.type]];
    this.names[node] = name;
    this.ids[node] = values[field.id];
    this.sizes[node] = values[field.selfSize];
    this.firstEdges[node + 1] = edges;
  }

  /** For the order that V8 uses: type, name, id, size, edge count, and what this reader does not need. */
  storePlain(bytes: Uint8Array, from: number, limit: number, first: number): number {
    const { nodeKindOf, edgeCount } = this.#layout;
    const { kinds, names, ids, sizes, firstEdges, stride } = this;
    const expected = this.#inOrder ? this.expected : 0;
    let highestName = this.highestName;
    let edges = firstEdges[first];
    let node = first;
    let at = from;
    let start = from;
    while (at < limit && node < expected) {
      at = readPlain(bytes, at);
      if (bytes[at] !== COMMA || plainValue >= nodeKindOf.length) break;
      kinds[node] = nodeKindOf[plainValue];
      at = readPlain(bytes, at + 1);
      if (bytes[at] !== COMMA) break;
      const name = plainValue;
      names[node] = name;
      at = readPlain(bytes, at + 1);
      if (bytes[at] !== COMMA) break;
      ids[node] = plainValue;
      at = readPlain(bytes, at + 1);
      if (bytes[at] !== COMMA) break;
      sizes[node] = plainValue;
      at = readPlain(bytes, at + 1);
      const edgesThen = edges + plainValue;
      for (let field = 5; field < stride && bytes[at] === COMMA; field++) at = readPlain(bytes, at + 1);
      if (bytes[at] === NEWLINE) at++;
      if (bytes[at++] !== COMMA || edgesThen > edgeCount) break;
      if (name > highestName) highestName = name;
      edges = edgesThen;
      firstEdges[++node] = edges;
      start = at;
    }
    this.highestName = highestName;
    this.stored = node - first;
    return start;
  }

  /** To be called when all nodes are in; throws when their edge counts do not add up. */
  finish(): void {
    const edges = this.firstEdges[this.expected];
    if (edges !== this.#layout.edgeCount) throw new Misfit(undefined, this.#edgeTotal(String(edges)));
  }

  #edgeTotal(actual: string): string {
    return `the edge counts of the nodes to add up to ${this.#layout.edgeCount}, not ${actual}`;
  }
}

function startsInOrder({ node: { stride, type, name, id, selfSize, edgeCount } }: Layout): boolean {
  return type === 0 && name === 1 && id === 2 && selfSize === 3 && edgeCount === 4 && stride >= 5;
}
