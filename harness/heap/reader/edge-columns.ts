import { EdgeKind } from '../kinds.ts';
import { branchIf, when } from '../wasm/code.ts';
import { i32 } from '../wasm/instructions.ts';
import { larger } from './larger.ts';
import type { Layout } from './layout.ts';
import { kernelFor, type RecordKernel, type RecordPlan } from './record-kernel.ts';
import type { RecordStore } from './record-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;

/** State words of the kernel: what it may see, and what it has seen. */
const KIND_COUNT = 1;
const NODE_COUNT = 2;
const HIGHEST_NAME = 3;
/** Its columns. */
const KINDS = 0;
const NAMES = 1;
const TARGETS = 2;

/** The columns of the edge table while they fill. */
export class EdgeColumns implements RecordStore {
  readonly kinds: Uint8Array;
  readonly names: Uint32Array;
  readonly targets: Uint32Array;
  readonly stride: number;
  readonly expected: number;
  readonly kernel: RecordKernel;
  /** The highest string index that an edge names. */
  highestName = 0;
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.stride = layout.edge.stride;
    this.expected = layout.edgeCount;
    this.kinds = new Uint8Array(layout.edgeCount);
    this.names = new Uint32Array(layout.edgeCount);
    this.targets = new Uint32Array(layout.edgeCount);
    this.kernel = kernelFor(`edges ${Object.values(layout.edge)} ${layout.node.stride}`, () => planFor(layout));
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

  prepare(): void {
    const { edgeKindOf, nodeCount } = this.#layout;
    this.kernel.kinds.set(edgeKindOf);
    this.kernel.state[KIND_COUNT] = edgeKindOf.length;
    this.kernel.state[NODE_COUNT] = nodeCount;
    this.kernel.state[HIGHEST_NAME] = this.highestName;
  }

  take(first: number, count: number): void {
    const { kernel } = this;
    this.kinds.set(kernel.bytes(KINDS, count), first);
    this.names.set(kernel.words(NAMES, count), first);
    this.targets.set(kernel.words(TARGETS, count), first);
    this.highestName = kernel.state[HIGHEST_NAME];
  }
}

function planFor({ edge, node }: Layout): RecordPlan {
  return {
    stride: edge.stride,
    wanted: [edge.type, edge.name, edge.target],
    columns: [1, 4, 4],
    store: ([type, name, target], { addressIn, state, setState, kindOf, scratch }) => [
      branchIf(i32.ge(type.get, state(KIND_COUNT)), 'stop'),
      scratch.set(i32.div(target.get, i32.const(node.stride))),
      branchIf(i32.ge(scratch.get, state(NODE_COUNT)), 'stop'),
      branchIf(i32.ne(i32.mul(scratch.get, i32.const(node.stride)), target.get), 'stop'),
      i32.store(addressIn(NAMES), name.get),
      i32.store(addressIn(TARGETS), scratch.get),
      i32.store8(addressIn(KINDS), type.tee(kindOf(type))),
      when(
        i32.and(i32.ne(type.get, i32.const(EdgeKind.element)), i32.ne(type.get, i32.const(EdgeKind.hidden))),
        setState(HIGHEST_NAME, larger(name.get, state(HIGHEST_NAME))),
      ),
    ],
  };
}
