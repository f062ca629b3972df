import { when } from '../wasm/code.ts';
import { i32 } from '../wasm/instructions.ts';
import type { Layout } from './layout.ts';
import { kernelFor, type RecordKernel } from './record-kernel.ts';
import type { RecordStore } from './record-section.ts';

const HIGHEST = 1;

/** Keeps nothing of the nodes but the highest odd id among them. */
export class HighestIdStore implements RecordStore {
  readonly stride: number;
  readonly expected: number;
  readonly kernel: RecordKernel;
  highest = 0;
  readonly #idField: number;

  constructor(layout: Layout) {
    const { stride, id } = layout.node;
    this.stride = stride;
    this.expected = layout.nodeCount;
    this.#idField = id;
    this.kernel = kernelFor(`highest id ${stride} ${id}`, () => ({
      stride,
      wanted: [id],
      columns: [],
      store: ([value], { state, setState }) =>
        when(
          i32.and(i32.gt(value.get, state(HIGHEST)), i32.and(value.get, i32.const(1))),
          setState(HIGHEST, value.get),
        ),
    }));
  }

  store(values: Float64Array): void {
    const id = values[this.#idField];
    if (id % 2 === 1 && id > this.highest) this.highest = id;
  }

  prepare(): void {
    this.kernel.state[HIGHEST] = Math.min(this.highest, 2 ** 32 - 1);
  }

  take(): void {
    this.highest = Math.max(this.highest, this.kernel.state[HIGHEST]);
  }
}
