import type { Locations } from '../snapshot.ts';
import { branchIf } from '../wasm/code.ts';
import { i32 } from '../wasm/instructions.ts';
import type { Layout } from './layout.ts';
import { kernelFor, type RecordKernel, type RecordPlan } from './record-kernel.ts';
import type { RecordStore } from './record-section.ts';
import { Misfit } from './section.ts';
import { WordList } from './word-list.ts';

const MOST_UINT32 = 2 ** 32 - 1;
/** State word of the kernel. */
const NODE_COUNT = 1;

/** The locations while they fill; how many there are is known at their end only. */
export class LocationColumns implements RecordStore {
  readonly stride: number;
  readonly expected = undefined;
  readonly kernel: RecordKernel | undefined;
  /** Nodes, script ids, lines, columns. */
  readonly #columns = [new WordList(), new WordList(), new WordList(), new WordList()] as const;
  readonly #layout: Layout;

  constructor(layout: Layout) {
    const { location, node } = layout;
    this.#layout = layout;
    this.stride = location?.stride ?? 1;
    this.kernel =
      location &&
      kernelFor(`locations ${Object.values(location)} ${node.stride}`, () => planFor(location, node.stride));
  }

  store(values: Float64Array): void {
    const { location, node, nodeCount } = this.#layout;
    if (!location) throw new Misfit(undefined, '"meta.location_fields", as there are locations');
    const owner = values[location.node] / node.stride;
    const scriptId = values[location.scriptId];
    const line = values[location.line];
    const column = values[location.column];
    if (!Number.isInteger(owner) || owner >= nodeCount) {
      throw new Misfit(undefined, `each location to belong to one of the ${nodeCount} nodes`);
    }
    if (scriptId > MOST_UINT32 || line > MOST_UINT32 || column > MOST_UINT32) {
      throw new Misfit(undefined, 'script ids, lines and columns of 32 bits in "locations"');
    }
    for (const [index, value] of [owner, scriptId, line, column].entries()) this.#columns[index].push(value);
  }

  prepare(): void {
    if (this.kernel) this.kernel.state[NODE_COUNT] = this.#layout.nodeCount;
  }

  take(_: number, count: number): void {
    for (const [index, list] of this.#columns.entries()) {
      if (this.kernel) list.append(this.kernel.words(index, count));
    }
  }

  toLocations(): Locations {
    const [nodes, scriptIds, lines, columns] = this.#columns.map((list) => list.words);
    return { nodes, scriptIds, lines, columns };
  }
}

function planFor(
  { stride, node, scriptId, line, column }: NonNullable<Layout['location']>,
  nodeStride: number,
): RecordPlan {
  return {
    stride,
    wanted: [node, scriptId, line, column],
    columns: [4, 4, 4, 4],
    store: ([owner, ...rest], { addressIn, state, scratch }) => [
      scratch.set(i32.div(owner.get, i32.const(nodeStride))),
      branchIf(i32.ge(scratch.get, state(NODE_COUNT)), 'stop'),
      branchIf(i32.ne(i32.mul(scratch.get, i32.const(nodeStride)), owner.get), 'stop'),
      [scratch, ...rest].map((value, index) => i32.store(addressIn(index), value.get)),
    ],
  };
}
