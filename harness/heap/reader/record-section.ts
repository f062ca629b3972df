import { isWhiteSpace, Misfit, type Section } from './section.ts';

const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;
/** Digits of the largest integer that a double holds exactly, rounded down. */
const MOST_DIGITS = 15;
/** The digit count that white space behind a number leaves, so that a further digit makes it invalid. */
const ENDED = 1000;

/** Receives whole records: `values[0 .. count)`, the first of which is value number `first` of the section. */
export type RecordSink = (values: Float64Array, count: number, first: number) => void;

/** A flat array of unsigned integers, handed on in blocks of whole records. */
export class NumberSection implements Section {
  done = false;
  #opened = false;
  #value = 0;
  #digits = 0;
  #filled = 0;
  #passed = 0;
  readonly #block: Float64Array;
  readonly #name: string;
  readonly #stride: number;
  readonly #expected: number | undefined;
  readonly #sink: RecordSink;

  /** `stride` values make a record; `expected`, when known, is how many values there must be. */
  constructor(name: string, stride: number, expected: number | undefined, sink: RecordSink) {
    this.#name = name;
    this.#stride = stride;
    this.#expected = expected;
    this.#sink = sink;
    this.#block = new Float64Array(stride * 1024);
  }

  get awaiting(): string {
    return this.#expected === undefined
      ? `the end of "${this.#name}"`
      : `${this.#expected} numbers in "${this.#name}", not ${this.#passed + this.#filled}`;
  }

  consume(bytes: Uint8Array, from: number): number {
    const position = this.#opened ? from : this.#open(bytes, from);
    return this.#opened ? this.#numbers(bytes, position) : position;
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

  #numbers(bytes: Uint8Array, from: number): number {
    const block = this.#block;
    const end = bytes.length;
    let filled = this.#filled;
    let value = this.#value;
    let digits = this.#digits;
    for (let position = from; position < end; position++) {
      const byte = bytes[position];
      const digit = byte - 0x30;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digits++;
      } else if (byte === COMMA) {
        this.#checkDigits(digits, position);
        block[filled++] = value;
        value = 0;
        digits = 0;
        if (filled === block.length) {
          this.#flush(filled, position);
          filled = 0;
        }
      } else if (byte === CLOSE) {
        this.#filled = filled;
        this.#value = value;
        this.#digits = digits;
        this.#close(position);
        return position + 1;
      } else if (isWhiteSpace(byte)) {
        if (digits > 0) {
          this.#checkDigits(digits, position);
          digits = ENDED;
        }
      } else {
        throw new Misfit(position, `a number, "," or "]" in "${this.#name}"`);
      }
    }
    this.#filled = filled;
    this.#value = value;
    this.#digits = digits;
    return end;
  }

  #checkDigits(digits: number, position: number): void {
    if ((digits === 0 || digits > MOST_DIGITS) && digits !== ENDED) {
      throw new Misfit(position, `a whole number of 1 to ${MOST_DIGITS} digits in "${this.#name}"`);
    }
  }

  #close(position: number): void {
    if (this.#digits > 0 || this.#filled + this.#passed > 0) {
      this.#checkDigits(this.#digits, position);
      this.#block[this.#filled++] = this.#value;
    }
    const total = this.#passed + this.#filled;
    if (this.#expected !== undefined && total !== this.#expected) throw new Misfit(position, this.awaiting);
    if (total % this.#stride !== 0) {
      throw new Misfit(position, `a multiple of ${this.#stride} numbers in "${this.#name}", not ${total}`);
    }
    this.#flush(this.#filled, position);
    this.done = true;
  }

  #flush(count: number, position: number): void {
    if (this.#expected !== undefined && this.#passed + count > this.#expected) {
      throw new Misfit(position, `no more than ${this.#expected} numbers in "${this.#name}"`);
    }
    try {
      this.#sink(this.#block, count, this.#passed);
    } catch (error) {
      throw error instanceof Misfit ? new Misfit(position, error.expected) : error;
    }
    this.#passed += count;
    this.#filled = 0;
  }
}
