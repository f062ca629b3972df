import type { RecordStore } from '../reader/record-section.ts';
import { Misfit } from '../reader/section.ts';
import { WordList } from '../reader/word-list.ts';
import type { TraceLayout } from './trace-layout.ts';

const MOST_UINT32 = 2 ** 32 - 1;

function word(value: number, what: string): number {
  if (value > MOST_UINT32) throw new Misfit(undefined, `${what} of 32 bits`);
  return value;
}

/** Stores that are read once a run, a number at a time: no kernel is made for them. */
abstract class SlowStore implements RecordStore {
  readonly kernel = undefined;
  abstract readonly stride: number;
  abstract readonly expected: number | undefined;
  abstract store(values: Float64Array, index: number): void;
  prepare(): void {}
  take(): void {}
}

/** The tree node in which each node was allocated; 0 where V8 was not tracking. */
export class TraceNodeIds extends SlowStore {
  readonly stride: number;
  readonly expected: number;
  readonly ids: Uint32Array;
  readonly #field: number;

  constructor({ node }: TraceLayout) {
    super();
    this.stride = node.stride;
    this.expected = node.count;
    this.#field = node.traceNodeId;
    this.ids = new Uint32Array(node.count);
  }

  store(values: Float64Array, index: number): void {
    this.ids[index] = word(values[this.#field], 'trace_node_id');
  }
}

/** Name and place of each function in the tree: four words each. */
export class FunctionInfos extends SlowStore {
  readonly stride: number;
  readonly expected = undefined;
  readonly #words = new WordList();
  readonly #fields: readonly number[];

  constructor({ functionInfo }: TraceLayout) {
    super();
    const { stride, name, scriptName, line, column } = functionInfo;
    this.stride = stride;
    this.#fields = [name, scriptName, line, column];
  }

  get count(): number {
    return this.#words.length / 4;
  }

  /** Indexes of name and script in the snapshot's strings; line and column count from 1, 0 where V8 knows none. */
  get(index: number): { name: number; script: number; line: number; column: number } {
    const [name, script, line, column] = this.#words.words.subarray(4 * index, 4 * index + 4);
    return { name, script, line, column };
  }

  store(values: Float64Array): void {
    for (const field of this.#fields) this.#words.push(word(values[field], 'numbers in "trace_function_infos"'));
  }
}
