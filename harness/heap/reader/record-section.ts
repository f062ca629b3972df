import { SHORT_DIGITS } from './number-code.ts';
import type { RecordKernel } from './record-kernel.ts';
import { at, isWhiteSpace, Misfit, type Section } from './section.ts';

const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;
/** Digits of the largest integer that a double holds exactly, rounded down. */
const MOST_DIGITS = 15;
/** The digit count that white space behind a number leaves, so that a further digit makes it invalid. */
const ENDED = 1000;

/** What a section's records are stored in. */
export interface RecordStore {
  /** How many numbers make a record. */
  readonly stride: number;
  /** How many records there must be; undefined when only the end of the array tells. */
  readonly expected: number | undefined;
  /** Stores record number `index`. Throws {@link Misfit} when a value is out of range. */
  store(values: Float64Array, index: number): void;
  /** Called when all records are in. Throws {@link Misfit} when they do not go together. */
  finish?(): void;
  /**
   * Reads the records that are as V8 writes them: numbers of at most `SHORT_DIGITS` digits, each with a comma behind, in
   * range. Undefined where there is none for the layout.
   */
  readonly kernel: RecordKernel | undefined;
  /** Called before the kernel reads records from number `first` on: sets its state. */
  prepare(first: number): void;
  /** Called when the kernel has read `count` records from number `first` on: fetches them. */
  take(first: number, count: number): void;
}

/**
 * A flat array of unsigned integers. Two readers share the work: the store's kernel for plain records, which is most
 * of every piece, and the one here, a byte at a time, for records that are cut by the end of a piece or unusual.
 */
export class RecordSection implements Section {
  done = false;
  #opened = false;
  #value = 0;
  #digits = 0;
  #filled = 0;
  #records = 0;
  readonly #record: Float64Array;
  /** A plain record that starts so far in front of the end of a piece does not reach it. */
  readonly #mostBytes: number;
  readonly #name: string;
  readonly #store: RecordStore;

  constructor(name: string, store: RecordStore) {
    this.#name = name;
    this.#store = store;
    this.#record = new Float64Array(store.stride);
    this.#mostBytes = (SHORT_DIGITS + 2) * store.stride + SHORT_DIGITS;
  }

  get awaiting(): string {
    const { expected, stride } = this.#store;
    if (expected === undefined) return `the end of "${this.#name}"`;
    return `${expected} records of ${stride} numbers in "${this.#name}", not ${this.#records}`;
  }

  consume(bytes: Uint8Array, from: number): number {
    let position = this.#opened ? from : this.#open(bytes, from);
    while (position < bytes.length && !this.done) {
      if (this.#filled === 0 && this.#digits === 0) position = this.#plainRecords(bytes, position);
      position = this.#oneRecord(bytes, position);
    }
    return position;
  }

  #plainRecords(bytes: Uint8Array, from: number): number {
    const { kernel, expected = Number.POSITIVE_INFINITY } = this.#store;
    let position = from;
    for (let count = 1; kernel && count > 0 && bytes.length - position > this.#mostBytes; ) {
      this.#store.prepare(this.#records);
      position = kernel.run(bytes, position, this.#mostBytes, expected - this.#records);
      count = kernel.state[0];
      if (count > 0) this.#store.take(this.#records, count);
      this.#records += count;
    }
    return position;
  }

  #open(bytes: Uint8Array, from: number): number {
    for (let position = from; position < bytes.length; position++) {
      if (bytes[position] === OPEN) {
        this.#opened = true;
        return position + 1;
      }
      if (!isWhiteSpace(bytes[position])) throw new Misfit(position, `"[" to open "${this.#name}"`);
    }
    return bytes.length;
  }

  /** Reads up to the comma behind the record's last number, or the end of the array. */
  #oneRecord(bytes: Uint8Array, from: number): number {
    for (let position = from; position < bytes.length; position++) {
      const byte = bytes[position];
      if (byte >= 0x30 && byte <= 0x39) {
        this.#value = this.#value * 10 + byte - 0x30;
        this.#digits++;
      } else if (byte === COMMA) {
        this.#take(position);
        if (this.#filled === 0) return position + 1;
      } else if (byte === CLOSE) {
        this.#close(position);
        return position + 1;
      } else if (!isWhiteSpace(byte)) {
        throw new Misfit(position, `a number, "," or "]" in "${this.#name}"`);
      } else if (this.#digits > 0) {
        this.#checkDigits(position);
        this.#digits = ENDED;
      }
    }
    return bytes.length;
  }

  #take(position: number): void {
    this.#checkDigits(position);
    this.#record[this.#filled++] = this.#value;
    this.#value = 0;
    this.#digits = 0;
    if (this.#filled < this.#store.stride) return;
    const { expected } = this.#store;
    if (expected !== undefined && this.#records >= expected) {
      throw new Misfit(position, `no more than ${expected} records in "${this.#name}"`);
    }
    at(position, () => this.#store.store(this.#record, this.#records++));
    this.#filled = 0;
  }

  #checkDigits(position: number): void {
    if ((this.#digits === 0 || this.#digits > MOST_DIGITS) && this.#digits !== ENDED) {
      throw new Misfit(position, `a whole number of 1 to ${MOST_DIGITS} digits in "${this.#name}"`);
    }
  }

  #close(position: number): void {
    if (this.#digits > 0 || this.#filled + this.#records > 0) this.#take(position);
    const { expected, stride } = this.#store;
    if (this.#filled > 0) throw new Misfit(position, `whole records of ${stride} numbers in "${this.#name}"`);
    if (expected !== undefined && this.#records !== expected) throw new Misfit(position, this.awaiting);
    at(position, () => this.#store.finish?.());
    this.done = true;
  }
}
