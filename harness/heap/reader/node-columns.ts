import { branchIf } from '../wasm/code.ts';
import { i32 } from '../wasm/instructions.ts';
import { larger } from './larger.ts';
import type { Layout } from './layout.ts';
import { kernelFor, type RecordKernel, type RecordPlan } from './record-kernel.ts';
import type { RecordStore } from './record-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;

/** State words of the kernel: what it may see, and what it has seen. */
const KIND_COUNT = 1;
const EDGES_LEFT = 2;
const EDGES = 3;
const HIGHEST_NAME = 4;
/** Its columns. */
const KINDS = 0;
const NAMES = 1;
const IDS = 2;
const SIZES = 3;
const EDGE_ENDS = 4;

/** The columns of the node table while they fill. */
export class NodeColumns implements RecordStore {
  readonly kinds: Uint8Array;
  readonly names: Uint32Array;
  readonly ids: Uint32Array;
  sizes: Uint32Array | Float64Array;
  readonly firstEdges: Uint32Array;
  readonly stride: number;
  readonly expected: number;
  readonly kernel: RecordKernel;
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
    this.sizes = new Uint32Array(count);
    this.firstEdges = new Uint32Array(count + 1);
    this.kernel = kernelFor(`nodes ${Object.values(layout.node)}`, () => planFor(layout));
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
    // V8 counts what lies outside of its heap too, such as a buffer of 5 GiB.
    if (values[field.selfSize] > MOST_UINT32 && this.sizes instanceof Uint32Array)
      this.sizes = new Float64Array(this.sizes);
    this.sizes[node] = values[field.selfSize];
    this.firstEdges[node + 1] = edges;
  }

  prepare(first: number): void {
    const { nodeKindOf, edgeCount } = this.#layout;
    const edges = this.firstEdges[first];
    this.kernel.kinds.set(nodeKindOf);
    this.kernel.state[KIND_COUNT] = nodeKindOf.length;
    this.kernel.state[EDGES] = edges;
    this.kernel.state[EDGES_LEFT] = edgeCount - edges;
    this.kernel.state[HIGHEST_NAME] = this.highestName;
  }

  take(first: number, count: number): void {
    const { kernel } = this;
    this.kinds.set(kernel.bytes(KINDS, count), first);
    this.names.set(kernel.words(NAMES, count), first);
    this.ids.set(kernel.words(IDS, count), first);
    this.sizes.set(kernel.words(SIZES, count), first);
    this.firstEdges.set(kernel.words(EDGE_ENDS, count), first + 1);
    this.highestName = kernel.state[HIGHEST_NAME];
  }

  finish(): void {
    const edges = this.firstEdges[this.expected];
    if (edges !== this.#layout.edgeCount) throw new Misfit(undefined, this.#edgeTotal(String(edges)));
  }

  #edgeTotal(actual: string): string {
    return `the edge counts of the nodes to add up to ${this.#layout.edgeCount}, not ${actual}`;
  }
}

function planFor({ node }: Layout): RecordPlan {
  return {
    stride: node.stride,
    wanted: [node.type, node.name, node.id, node.selfSize, node.edgeCount],
    columns: [1, 4, 4, 4, 4],
    store: ([type, name, id, size, edges], { addressIn, state, setState, kindOf }) => [
      branchIf(i32.ge(type.get, state(KIND_COUNT)), 'stop'),
      branchIf(i32.gt(edges.get, state(EDGES_LEFT)), 'stop'),
      setState(EDGES_LEFT, i32.sub(state(EDGES_LEFT), edges.get)),
      setState(EDGES, i32.add(state(EDGES), edges.get)),
      setState(HIGHEST_NAME, larger(name.get, state(HIGHEST_NAME))),
      i32.store8(addressIn(KINDS), kindOf(type)),
      i32.store(addressIn(NAMES), name.get),
      i32.store(addressIn(IDS), id.get),
      i32.store(addressIn(SIZES), size.get),
      i32.store(addressIn(EDGE_ENDS), state(EDGES)),
    ],
  };
}
