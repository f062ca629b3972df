import { isWhiteSpace, Misfit, type Section } from './section.ts';
import { StringKernel } from './string-kernel.ts';
import type { StringTable } from './string-table.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const ESCAPES = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));
/** String starts are kept in 32 bits. */
const MOST_BYTES = 2 ** 32 - 1;

/** One is enough, as it is done with before the next section is read. */
let kernel: StringKernel | undefined;

type State = 'open' | 'first' | 'inside' | 'escape' | 'hex' | 'behind' | 'next';

const wanted: Record<State, string> = {
  open: '"[" to open "strings"',
  first: 'a string or "]" in "strings"',
  inside: 'the closing quote of a string',
  escape: 'a JSON escape in a string',
  hex: 'four hexadecimal digits in a string',
  behind: '"," or "]" in "strings"',
  next: 'a string in "strings"',
};

/** The array of strings: checked to be JSON, copied as bytes, decoded by the table when asked for. */
export class StringSection implements Section {
  done = false;
  #state: State = 'open';
  #hexLeft = 0;
  readonly #table: StringTable;

  constructor(table: StringTable) {
    this.#table = table;
  }

  get awaiting(): string {
    return wanted[this.#state];
  }

  consume(bytes: Uint8Array, from: number): number {
    const base = this.#table.byteLength - from;
    let position = from;
    while (position < bytes.length && !this.done) {
      if (this.#state === 'next') position = this.#plainStrings(bytes, position, base);
      if (this.#state === 'inside') position = this.#skipText(bytes, position);
      else if (position < bytes.length) position = this.#step(bytes, position, base);
    }
    if (base + position > MOST_BYTES) throw new Misfit(position, 'less than 4 GiB of strings');
    this.#table.append(bytes.subarray(from, position));
    return position;
  }

  #plainStrings(bytes: Uint8Array, from: number, base: number): number {
    kernel ??= new StringKernel();
    const { position, starts } = kernel.run(bytes, from, base + from);
    this.#table.markStarts(starts);
    return position;
  }

  #skipText(bytes: Uint8Array, from: number): number {
    for (let position = from; position < bytes.length; position++) {
      const byte = bytes[position];
      if (byte === QUOTE || byte === BACKSLASH) {
        this.#state = byte === QUOTE ? 'behind' : 'escape';
        return position + 1;
      }
      if (byte < 0x20) throw new Misfit(position, 'no control character in a string');
    }
    return bytes.length;
  }

  #step(bytes: Uint8Array, position: number, base: number): number {
    const byte = bytes[position];
    switch (this.#state) {
      case 'escape':
        if (byte === 0x75) {
          this.#hexLeft = 4;
          this.#state = 'hex';
        } else if (ESCAPES.has(byte)) this.#state = 'inside';
        else throw new Misfit(position, this.awaiting);
        return position + 1;
      case 'hex':
        if (!isHexDigit(byte)) throw new Misfit(position, this.awaiting);
        if (--this.#hexLeft === 0) this.#state = 'inside';
        return position + 1;
      default:
        return this.#between(byte, position, base);
    }
  }

  #between(byte: number, position: number, base: number): number {
    const state = this.#state;
    if (isWhiteSpace(byte)) return position + 1;
    if (state === 'open' && byte === OPEN) this.#state = 'first';
    else if (byte === QUOTE && (state === 'first' || state === 'next')) {
      this.#table.markStart(base + position + 1);
      this.#state = 'inside';
    } else if (byte === COMMA && state === 'behind') this.#state = 'next';
    else if (byte === CLOSE && (state === 'behind' || state === 'first')) this.done = true;
    else throw new Misfit(position, this.awaiting);
    return position + 1;
  }
}

function isHexDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}
