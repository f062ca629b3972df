import { block, branch, branchIf, type Code, loop } from '../wasm/code.ts';
import { i32, type Local, local } from '../wasm/instructions.ts';
import { compile, type ValueType, type WasmFunction } from '../wasm/module.ts';
import { beginNumbers, delimiters, numberLocals, readNumber, START } from './number-code.ts';

/** What a kernel reads in one go: with what comes out of it, it stays in the processor's own memory. */
const SLICE_BYTES = 1 << 15;
const PAGE_BYTES = 1 << 16;

/** Where the state words lie, which both sides read and write; word 0 is the number of records read. */
const STATE_WORDS = 8;
/** Where 256 bytes lie that a plan may look kinds up in. */
const KINDS_AT = 64;
const INPUT_AT = 512;
/** Numbers are looked for in 64 bytes at a time, so up to so many behind the slice. */
const OUTPUT_AT = INPUT_AT + SLICE_BYTES + 64;

/** What a kernel does with the records of one section. */
export interface RecordPlan {
  stride: number;
  /** Positions of the numbers that are looked at. */
  wanted: readonly number[];
  /** How many bytes each column takes for a record: 1 or 4. */
  columns: readonly number[];
  /** Code that stores a record in the columns and the state, or branches to `stop` when a value is out of range. */
  store(values: readonly Local[], record: PlannedRecord): Code;
}

/** What the code of a plan has to do with, besides the values. */
export interface PlannedRecord {
  /** Where this record's entry of a column is. */
  addressIn(column: number): Code;
  state(word: number): Code;
  setState(word: number, value: Code): Code;
  /** The kind for a type number. */
  kindOf(type: Local): Code;
  /** A variable. */
  scratch: Local;
}

const FROM = local(0);
const LIMIT = local(1);
const ROOM = local(2);
const RECORD = local(3);
const RECORD_START = local(4);
const SCRATCH = local(5 + numberLocals.length);
const FIRST_VALUE = 6 + numberLocals.length;

/**
 * Reads plain records: WebAssembly made for the layout of one snapshot. 13 million edges take 140 ms of CPU, where the same
 * loop in JavaScript took 270 to 330 once compiled; and it is fast from the first megabyte on.
 */
export class RecordKernel {
  /** Word 0 tells how many records were read; the others are the plan's. */
  readonly state: Uint32Array;
  readonly kinds: Uint8Array;
  /** How many records there is room for in the columns. */
  readonly capacity: number;
  readonly #memory: ArrayBuffer;
  readonly #input: Uint8Array;
  readonly #columnsAt: readonly number[];
  readonly #run: (from: number, limit: number, room: number) => number;

  constructor(plan: RecordPlan) {
    // A number and its comma take two bytes at least.
    this.capacity = Math.floor(SLICE_BYTES / (2 * plan.stride)) + 1;
    this.#columnsAt = placeColumns(plan.columns, this.capacity);
    const pages = Math.ceil((this.#columnsAt.at(-1) ?? 0) / PAGE_BYTES);
    const { memory, run } = new WebAssembly.Instance(compile([delimiters, recordReader(plan, this.#columnsAt)], pages))
      .exports;
    this.#run = run as (from: number, limit: number, room: number) => number;
    this.#memory = (memory as WebAssembly.Memory).buffer as ArrayBuffer;
    this.#input = new Uint8Array(this.#memory, INPUT_AT, SLICE_BYTES);
    this.state = new Uint32Array(this.#memory, 0, STATE_WORDS);
    this.kinds = new Uint8Array(this.#memory, KINDS_AT, 256);
  }

  /**
   * Reads from a slice of `bytes` that starts at `from`, up to the first record that is not plain and in range, or that
   * starts less than `mostBytes` in front of the slice's end. Returns the position behind the last record read.
   */
  run(bytes: Uint8Array, from: number, mostBytes: number, room: number): number {
    const slice = bytes.subarray(from, from + SLICE_BYTES);
    this.state[0] = 0;
    if (slice.length <= mostBytes) return from;
    this.#input.set(slice);
    const limit = INPUT_AT + slice.length - mostBytes;
    return from + this.#run(INPUT_AT, limit, Math.min(room, this.capacity)) - INPUT_AT;
  }

  /** The first entries of a column, until the next run. */
  bytes(column: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory, this.#columnsAt[column], length);
  }

  words(column: number, length: number): Uint32Array {
    return new Uint32Array(this.#memory, this.#columnsAt[column], length);
  }
}

/** Where each column starts, and at the end where the last one stops. */
function placeColumns(widths: readonly number[], capacity: number): number[] {
  const places = [OUTPUT_AT];
  for (const width of widths) places.push(places[places.length - 1] + Math.ceil((width * capacity) / 8) * 8);
  return places;
}

function recordReader({ stride, wanted, columns, store }: RecordPlan, columnsAt: readonly number[]): WasmFunction {
  const values = wanted.map((_, index) => local(FIRST_VALUE + index));
  const fields = Array.from({ length: stride }, (_, field) => readNumber(values[wanted.indexOf(field)]));
  const record: PlannedRecord = {
    addressIn: (column) => i32.add(i32.mul(RECORD.get, i32.const(columns[column])), i32.const(columnsAt[column])),
    state: (word) => i32.load(i32.const(0), word * 4),
    setState: (word, value) => i32.store(i32.const(0), value, word * 4),
    kindOf: (type) => i32.load8(type.get, KINDS_AT),
    scratch: SCRATCH,
  };
  return {
    parameters: ['i32', 'i32', 'i32'],
    result: 'i32',
    locals: ['i32', 'i32', ...numberLocals, 'i32', ...values.map((): ValueType => 'i32')],
    body: [
      beginNumbers(FROM),
      RECORD_START.set(FROM.get),
      block(
        'stop',
        loop(
          'next',
          branchIf(i32.ge(START.get, LIMIT.get), 'stop'),
          branchIf(i32.ge(RECORD.get, ROOM.get), 'stop'),
          fields,
          store(values, record),
          RECORD.set(i32.add(RECORD.get, i32.const(1))),
          RECORD_START.set(START.get),
          branch('next'),
        ),
      ),
      record.setState(0, RECORD.get),
      RECORD_START.get,
    ],
  };
}

const made = new Map<string, RecordKernel>();
/** More than there are layouts in use by far; a program that reads damaged files all day must not keep all it has seen. */
const MOST_KERNELS = 16;

/**
 * The kernel that was made under this name before, or a new one. A kernel is done with before another is used, so one of
 * a kind is enough; the second snapshot finds it compiled.
 */
export function kernelFor(name: string, plan: () => RecordPlan): RecordKernel {
  const known = made.get(name);
  if (known) return known;
  if (made.size === MOST_KERNELS) made.clear();
  const kernel = new RecordKernel(plan());
  made.set(name, kernel);
  return kernel;
}
