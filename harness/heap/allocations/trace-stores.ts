import { kernelFor, type RecordKernel } from '../reader/record-kernel.ts';
import type { RecordStore } from '../reader/record-section.ts';
import { Misfit } from '../reader/section.ts';
import { WordList } from '../reader/word-list.ts';
import { i32 } from '../wasm/instructions.ts';
import type { TraceLayout } from './trace-layout.ts';

const MOST_UINT32 = 2 ** 32 - 1;

function word(value: number, what: string): number {
  if (value > MOST_UINT32) throw new Misfit(undefined, `${what} of 32 bits`);
  return value;
}

/** The tree node in which each node was allocated; 0 where V8 was not tracking. */
export class TraceNodeIds implements RecordStore {
  readonly stride: number;
  readonly expected: number;
  readonly ids: Uint32Array;
  readonly kernel: RecordKernel;
  readonly #field: number;

  constructor({ node }: TraceLayout) {
    this.stride = node.stride;
    this.expected = node.count;
    this.#field = node.traceNodeId;
    this.ids = new Uint32Array(node.count);
    this.kernel = kernelFor(`trace node ids ${node.stride} ${node.traceNodeId}`, () => ({
      stride: node.stride,
      wanted: [node.traceNodeId],
      columns: [4],
      store: ([id], { addressIn }) => i32.store(addressIn(0), id.get),
    }));
  }

  prepare(): void {}

  take(first: number, count: number): void {
    this.ids.set(this.kernel.words(0, count), first);
  }

  store(values: Float64Array, index: number): void {
    this.ids[index] = word(values[this.#field], 'trace_node_id');
  }
}

/** Name and place of each function in the tree: four words each. They are few, so that no kernel is made for them. */
export class FunctionInfos implements RecordStore {
  readonly kernel = undefined;
  readonly stride: number;
  readonly expected = undefined;
  readonly #words = new WordList();
  readonly #fields: readonly number[];

  constructor({ functionInfo }: TraceLayout) {
    const { stride, name, scriptName, line, column } = functionInfo;
    this.stride = stride;
    this.#fields = [name, scriptName, line, column];
  }

  get count(): number {
    return this.#words.length / 4;
  }

  prepare(): void {}

  take(): void {}

  /** Indexes of name and script in the snapshot's strings; line and column count from 1, 0 where V8 knows none. */
  get(index: number): { name: number; script: number; line: number; column: number } {
    const [name, script, line, column] = this.#words.words.subarray(4 * index, 4 * index + 4);
    return { name, script, line, column };
  }

  store(values: Float64Array): void {
    for (const field of this.#fields) this.#words.push(word(values[field], 'numbers in "trace_function_infos"'));
  }
}
