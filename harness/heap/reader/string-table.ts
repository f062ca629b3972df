import { WordList } from './word-list.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const AT = 0x40;
/** Text that stands in JSON as it is: V8 writes control characters, quotes, backslashes and all beyond ASCII as escapes. */
const PLAIN = /^[ !#-[\]-~]*$/;
const NOT_PLAIN = /[^ !#-[\]-~]+/;

/** The strings of a snapshot as the bytes they were written in; each is decoded when it is asked for. */
export class StringTable {
  #bytes: Buffer;
  #byteLength = 0;
  readonly #starts = new WordList();
  readonly #found = new Map<string, number>();

  /** With room for that many bytes: where it is enough, the table need not be copied as it grows. */
  constructor(room: number) {
    this.#bytes = Buffer.allocUnsafeSlow(room);
  }

  /** How many strings there are. */
  get count(): number {
    return this.#starts.length;
  }

  /** How many bytes have been appended. */
  get byteLength(): number {
    return this.#byteLength;
  }

  /** Appends bytes of the table's JSON text, quotes and commas included. */
  append(bytes: Uint8Array): void {
    const length = this.#byteLength + bytes.length;
    if (length > this.#bytes.length) {
      const longer = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.#bytes.length));
      longer.set(this.#bytes.subarray(0, this.#byteLength));
      this.#bytes = longer;
    }
    this.#bytes.set(bytes, this.#byteLength);
    this.#byteLength = length;
  }

  /** Notes that the next string starts `start` bytes into the appended text, behind its opening quote. */
  markStart(start: number): void {
    this.#starts.push(start);
  }

  /** Notes where the next strings start. */
  markStarts(starts: Uint32Array): void {
    this.#starts.append(starts);
  }

  /** Decodes string `index`. */
  get(index: number): string {
    const bytes = this.#bytes;
    const start = this.#starts.words[index];
    let end = start;
    let escaped = false;
    while (bytes[end] !== QUOTE) {
      if (bytes[end] === BACKSLASH) {
        escaped = true;
        end++;
      }
      end++;
    }
    const text = bytes.toString('utf8', start, end);
    return escaped ? JSON.parse(`"${text}"`) : text;
  }

  /**
   * A hash of string `index` in 32 bits that is the same in every process: what V8 names by ids, such as
   * `12 / part of key (Map @345) -> value (Tenant @367) pair in WeakMap (table @389)`, is hashed without them.
   * Algorithm: FNV-1a, by G. Fowler, L. C. Noll and K.-P. Vo.
   */
  hashOf(index: number): number {
    const bytes = this.#bytes;
    let at = this.#starts.words[index];
    let digits = at;
    while (isDigit(bytes[digits])) digits++;
    if (bytes[digits] === SPACE) at = digits;
    let hash = 0x811c9dc5;
    for (let before = 0; bytes[at] !== QUOTE || before === BACKSLASH; at++) {
      if (before === AT && isDigit(bytes[at])) continue;
      // A backslash that is itself escaped escapes nothing.
      before = before === BACKSLASH ? 0 : bytes[at];
      hash = Math.imul(hash ^ bytes[at], 0x01000193);
    }
    return hash >>> 0;
  }

  /**
   * The index of `text`; -1 when it is not in the table. V8 writes each string once. Looks at the whole table, once for
   * each text.
   */
  indexOf(text: string): number {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const found = PLAIN.test(text) ? this.#indexOfPlain(text) : this.#indexOfEscaped(text);
    this.#found.set(text, found);
    return found;
  }

  #indexOfPlain(text: string): number {
    for (const at of this.#occurrences(`"${text}"`)) {
      const index = this.#stringAt(at + 1);
      if (index !== -1 && this.#starts.words[index] === at + 1) return index;
    }
    return -1;
  }

  /** What is not plain can be written in several ways: looks for the longest part that is, and compares what is found. */
  #indexOfEscaped(text: string): number {
    const [longest] = text.split(NOT_PLAIN).sort((a, b) => b.length - a.length);
    const candidates = longest === '' ? this.#starts.words.keys() : this.containing(longest);
    for (const index of candidates) if (this.get(index) === text) return index;
    return -1;
  }

  /** The indexes of the strings that contain `text`, which must be {@link PLAIN}; may repeat one. */
  *containing(text: string): Generator<number> {
    for (const at of this.#occurrences(text)) {
      const index = this.#stringAt(at);
      if (index !== -1) yield index;
    }
  }

  *#occurrences(text: string): Generator<number> {
    const bytes = this.#bytes.subarray(0, this.#byteLength);
    for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) yield at;
  }

  /** The last string that starts at or in front of a position; -1 in front of the first. */
  #stringAt(position: number): number {
    const starts = this.#starts.words;
    let low = -1;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= position) low = middle;
      else high = middle;
    }
    return low;
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
