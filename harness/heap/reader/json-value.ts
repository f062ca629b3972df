import { at, isWhiteSpace, Misfit, type Section } from './section.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const CLOSE = 0x5d;

/** Finds the end of any JSON value by its brackets and quotes, without looking at what is inside. */
export class SkippedValue implements Section {
  done = false;
  #depth = 0;
  #begun = false;
  #inString = false;
  #escaped = false;
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  get awaiting(): string {
    return `the end of "${this.#name}"`;
  }

  consume(bytes: Uint8Array, from: number): number {
    for (let position = from; position < bytes.length; position++) {
      const byte = bytes[position];
      if (this.#inString) this.#insideString(byte);
      else if (this.#depth === 0 && this.#begun && (byte === COMMA || isCloser(byte))) {
        this.done = true;
        return position;
      } else this.#outsideString(byte, position);
    }
    return bytes.length;
  }

  #insideString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #outsideString(byte: number, position: number): void {
    if (isWhiteSpace(byte)) return;
    if (isOpener(byte)) this.#depth++;
    else if (isCloser(byte)) this.#depth--;
    else if (byte === QUOTE) this.#inString = true;
    if (this.#depth < 0 || (!this.#begun && byte === COMMA)) throw new Misfit(position, `a value for "${this.#name}"`);
    this.#begun = true;
  }
}

/** Finds the end of a flat array of numbers, without looking at what is inside. */
export class SkippedNumbers implements Section {
  done = false;
  readonly awaiting: string;

  constructor(name: string) {
    this.awaiting = `the end of "${name}"`;
  }

  consume(bytes: Uint8Array, from: number): number {
    const end = bytes.indexOf(CLOSE, from);
    this.done = end !== -1;
    return this.done ? end + 1 : bytes.length;
  }
}

/** More than V8's largest header by a factor of hundreds; stops a file of one endless object. */
const MOST_HEADER_BYTES = 1 << 20;

/** A small JSON value, parsed whole and handed on. What the receiver finds wrong with it counts as found at its end. */
export class ParsedValue implements Section {
  #bytes: Uint8Array[] = [];
  #length = 0;
  readonly #extent: SkippedValue;
  readonly #name: string;
  readonly #sink: (value: unknown) => void;

  constructor(name: string, sink: (value: unknown) => void) {
    this.#name = name;
    this.#extent = new SkippedValue(name);
    this.#sink = sink;
  }

  get done(): boolean {
    return this.#extent.done;
  }

  get awaiting(): string {
    return this.#extent.awaiting;
  }

  consume(bytes: Uint8Array, from: number): number {
    const end = this.#extent.consume(bytes, from);
    this.#bytes.push(bytes.slice(from, end));
    this.#length += end - from;
    if (this.#length > MOST_HEADER_BYTES) throw new Misfit(end, `"${this.#name}" to be shorter than 1 MiB`);
    if (this.done) at(end, () => this.#sink(this.#parse()));
    return end;
  }

  #parse(): unknown {
    const text = Buffer.concat(this.#bytes).toString('utf8');
    try {
      return JSON.parse(text);
    } catch {
      throw new Misfit(undefined, `valid JSON in "${this.#name}"`);
    }
  }
}

function isOpener(byte: number): boolean {
  return byte === 0x5b || byte === 0x7b;
}

function isCloser(byte: number): boolean {
  return byte === 0x5d || byte === 0x7d;
}
