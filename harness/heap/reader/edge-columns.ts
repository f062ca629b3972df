import { EdgeKind } from '../kinds.ts';
import type { Layout } from './layout.ts';
import type { RecordSink } from './number-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;

/** The columns of the edge table while they fill. */
export class EdgeColumns {
  readonly kinds: Uint8Array;
  readonly names: Uint32Array;
  readonly targets: Uint32Array;
  /** The highest string index that an edge names. */
  highestName = 0;
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.kinds = new Uint8Array(layout.edgeCount);
    this.names = new Uint32Array(layout.edgeCount);
    this.targets = new Uint32Array(layout.edgeCount);
  }

  /** Takes blocks of the `edges` section. */
  readonly sink: RecordSink = (values, count, first) => {
    const { stride, type, name, target } = this.#layout.edge;
    const nodeStride = this.#layout.node.stride;
    const nodeCount = this.#layout.nodeCount;
    const kindOf = this.#layout.edgeKindOf;
    const { kinds, names, targets } = this;
    const { element, hidden } = EdgeKind;
    let edge = first / stride;
    let highestName = this.highestName;
    for (let at = 0; at < count; at += stride) {
      const type_ = values[at + type];
      if (type_ >= kindOf.length) throw new Misfit(undefined, `edge ${edge} to have a type below ${kindOf.length}`);
      const kind = kindOf[type_];
      const name_ = values[at + name];
      if (name_ > MOST_UINT32) throw new Misfit(undefined, `edge ${edge} to have a name or index of 32 bits`);
      if (name_ > highestName && kind !== element && kind !== hidden) highestName = name_;
      const node = values[at + target] / nodeStride;
      const ordinal = node >>> 0;
      if (ordinal !== node || ordinal >= nodeCount) {
        throw new Misfit(undefined, `edge ${edge} to point at the start of one of the ${nodeCount} nodes`);
      }
      kinds[edge] = kind;
      names[edge] = name_;
      targets[edge] = ordinal;
      edge++;
    }
    this.highestName = highestName;
  };
}
