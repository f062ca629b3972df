import { EdgeKind } from '../kinds.ts';
import type { Layout } from './layout.ts';
import { plainValue, readPlain } from './plain-number.ts';
import type { RecordStore } from './record-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;
const ZERO = 0x30;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

/** The columns of the edge table while they fill. */
export class EdgeColumns implements RecordStore {
  readonly kinds: Uint8Array;
  readonly names: Uint32Array;
  readonly targets: Uint32Array;
  readonly stride: number;
  readonly expected: number;
  stored = 0;
  /** The highest string index that an edge names. */
  highestName = 0;
  readonly #layout: Layout;
  readonly #inOrder: boolean;

  constructor(layout: Layout) {
    const { stride, type, name, target } = layout.edge;
    this.#layout = layout;
    this.#inOrder = stride === 3 && type === 0 && name === 1 && target === 2;
    this.stride = stride;
    this.expected = layout.edgeCount;
    this.kinds = new Uint8Array(layout.edgeCount);
    this.names = new Uint32Array(layout.edgeCount);
    this.targets = new Uint32Array(layout.edgeCount);
  }

  store(values: Float64Array, edge: number): void {
    const { edge: field, edgeKindOf, node, nodeCount } = this.#layout;
    const name = values[field.name];
    const target = values[field.target] / node.stride;
    if (values[field.type] >= edgeKindOf.length) {
      throw new Misfit(undefined, `edge ${edge} to have a type below ${edgeKindOf.length}`);
    }
    if (name > MOST_UINT32) throw new Misfit(undefined, `edge ${edge} to have a name or index of 32 bits`);
    if (!Number.isInteger(target) || target >= nodeCount) {
      throw new Misfit(undefined, `edge ${edge} to point at the start of one of the ${nodeCount} nodes`);
    }
    const kind = edgeKindOf[values[field.type]];
    if (name > this.highestName && kind !== EdgeKind.element && kind !== EdgeKind.hidden) this.highestName = name;
    this.kinds[edge] = kind;
    this.names[edge] = name;
    this.targets[edge] = target;
  }

  /**
   * For the order that V8 uses. Edges are two thirds of a file: 270 to 330 ms for 13 million of them, against 800 ms a
   * byte at a time.
   */
  storePlain(bytes: Uint8Array, from: number, limit: number, first: number): number {
    const { edgeKindOf, nodeCount, node } = this.#layout;
    const { kinds, names, targets } = this;
    const { element, hidden } = EdgeKind;
    const nodeStride = node.stride;
    const perNode = 1 / nodeStride;
    const expected = this.#inOrder ? this.expected : 0;
    let highestName = this.highestName;
    let edge = first;
    let at = from;
    let start = from;
    while (at < limit && edge < expected) {
      const type = bytes[at] - ZERO;
      if (type >>> 0 >= edgeKindOf.length || bytes[at + 1] !== COMMA) break;
      at = readPlain(bytes, at + 2);
      if (bytes[at] !== COMMA) break;
      const name = plainValue;
      at = readPlain(bytes, at + 1);
      const target = plainValue;
      if (bytes[at] === NEWLINE) at++;
      if (bytes[at++] !== COMMA) break;
      // A multiplication is cheaper than a division; half a unit more makes it exact for numbers of 31 bits.
      const ordinal = ((target + 0.5) * perNode) >>> 0;
      if (ordinal * nodeStride !== target || ordinal >= nodeCount) break;
      const kind = edgeKindOf[type];
      if (name > highestName && kind !== element && kind !== hidden) highestName = name;
      kinds[edge] = kind;
      names[edge] = name;
      targets[edge] = ordinal;
      edge++;
      start = at;
    }
    this.highestName = highestName;
    this.stored = edge - first;
    return start;
  }
}
