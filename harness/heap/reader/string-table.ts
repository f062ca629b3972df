const BLOCK_BITS = 20;
const BLOCK_SIZE = 1 << BLOCK_BITS;
const BLOCK_MASK = BLOCK_SIZE - 1;
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The strings of a snapshot as the bytes they were written in; each is decoded when it is asked for. The bytes lie in
 * blocks of 1 MiB, so that a table of any size grows without being copied.
 */
export class StringTable {
  #blocks: Uint8Array[] = [];
  #byteLength = 0;
  #starts = new Uint32Array(1024);
  #count = 0;
  readonly #found = new Map<string, number>();

  /** How many strings there are. */
  get count(): number {
    return this.#count;
  }

  /** How many bytes have been appended. */
  get byteLength(): number {
    return this.#byteLength;
  }

  /** Appends bytes of the table's JSON text, quotes and commas included. */
  append(bytes: Uint8Array): void {
    let from = 0;
    while (from < bytes.length) {
      const offset = this.#byteLength & BLOCK_MASK;
      if (offset === 0) this.#blocks.push(new Uint8Array(BLOCK_SIZE));
      const length = Math.min(bytes.length - from, BLOCK_SIZE - offset);
      this.#blocks[this.#blocks.length - 1].set(bytes.subarray(from, from + length), offset);
      this.#byteLength += length;
      from += length;
    }
  }

  /** Notes that the next string starts `start` bytes into the appended text, behind its opening quote. */
  markStart(start: number): void {
    if (this.#count === this.#starts.length) {
      const longer = new Uint32Array(this.#starts.length * 2);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    this.#starts[this.#count++] = start;
  }

  /** Decodes string `index`. */
  get(index: number): string {
    const start = this.#starts[index];
    let end = start;
    let escaped = false;
    for (;;) {
      const byte = this.#byteAt(end);
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        escaped = true;
        end++;
      }
      end++;
    }
    const text = this.#bytes(start, end).toString('utf8');
    return escaped ? JSON.parse(`"${text}"`) : text;
  }

  /** The indexes of the strings that start with a number and a space; looks without decoding. */
  *startingWithNumberAndSpace(): Generator<number> {
    for (let index = 0; index < this.#count; index++) {
      const start = this.#starts[index];
      let position = start;
      while (isDigit(this.#byteAt(position))) position++;
      if (position > start && this.#byteAt(position) === SPACE) yield index;
    }
  }

  /**
   * The index of `text`, which must need no JSON escape; -1 when it is not in the table. V8 writes each string once.
   * Looks at the whole table, once for each text.
   */
  indexOf(text: string): number {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const found = this.#search(Buffer.from(`${text}"`));
    this.#found.set(text, found);
    return found;
  }

  #search(wanted: Uint8Array): number {
    const blocks = this.#blocks;
    const starts = this.#starts;
    const [first] = wanted;
    for (let index = 0; index < this.#count; index++) {
      const start = starts[index];
      if (blocks[start >>> BLOCK_BITS][start & BLOCK_MASK] !== first) continue;
      let at = 1;
      while (at < wanted.length && this.#byteAt(start + at) === wanted[at]) at++;
      if (at === wanted.length) return index;
    }
    return -1;
  }

  #byteAt(position: number): number {
    return this.#blocks[position >>> BLOCK_BITS][position & BLOCK_MASK];
  }

  #bytes(start: number, end: number): Buffer {
    const parts: Uint8Array[] = [];
    for (let from = start; from < end; ) {
      const offset = from & BLOCK_MASK;
      const length = Math.min(end - from, BLOCK_SIZE - offset);
      parts.push(this.#blocks[from >>> BLOCK_BITS].subarray(offset, offset + length));
      from += length;
    }
    if (parts.length !== 1) return Buffer.concat(parts);
    return Buffer.from(parts[0].buffer, parts[0].byteOffset, parts[0].length);
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
