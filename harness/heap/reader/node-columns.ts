import type { Layout } from './layout.ts';
import { type RecordStore, SHORT_DIGITS } from './record-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;
const ZERO = 0x30;
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

  constructor(layout: Layout) {
    const count = layout.nodeCount;
    this.#layout = layout;
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

  /** Fields in any order: the numbers of a record first, then its columns. */
  storePlain(bytes: Uint8Array, from: number, limit: number, first: number): number {
    const { node: field, nodeKindOf, edgeCount } = this.#layout;
    const { kinds, names, ids, sizes, firstEdges, stride, expected } = this;
    const values = new Int32Array(stride);
    let highestName = this.highestName;
    let edges = firstEdges[first];
    let node = first;
    let at = from;
    let start = from;
    plain: while (at < limit && node < expected) {
      for (let index = 0; index < stride; index++) {
        const begin = at;
        let value = 0;
        let digit = bytes[at] - ZERO;
        while (digit >>> 0 <= 9 && at - begin <= SHORT_DIGITS) {
          value = (value * 10 + digit) | 0;
          digit = bytes[++at] - ZERO;
        }
        if (at === begin || at - begin > SHORT_DIGITS) break plain;
        if (bytes[at] === NEWLINE) at++;
        if (bytes[at++] !== COMMA) break plain;
        values[index] = value;
      }
      const type = values[field.type];
      const name = values[field.name];
      edges += values[field.edgeCount];
      if (type >= nodeKindOf.length || edges > edgeCount) break;
      if (name > highestName) highestName = name;
      kinds[node] = nodeKindOf[type];
      names[node] = name;
      ids[node] = values[field.id];
      sizes[node] = values[field.selfSize];
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
