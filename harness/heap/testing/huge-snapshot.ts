import { closeSync, openSync, writeSync } from 'node:fs';
import { META } from './heap-picture.ts';

/** A registry that holds very many objects of class `Row`, and behind them objects of class `Leaky` with a payload each. */
interface HugeHeap {
  rows: number;
  leaks: number;
}

export const ROW_BYTES = 24;
export const LEAK_BYTES = 32;
export const PAYLOAD_BYTES = 40;

const STRINGS = ['', 'global', 'registry', 'Registry', 'Row', 'Leaky', 'payload', 'Payload'];
const [NO_NAME, GLOBAL, REGISTRY_LINK, REGISTRY, ROW, LEAKY, PAYLOAD_LINK, PAYLOAD] = STRINGS.keys();
const [OBJECT, SYNTHETIC] = ['object', 'synthetic'].map((type) => META.node_types[0].indexOf(type));
const [ELEMENT, PROPERTY, SHORTCUT] = ['element', 'property', 'shortcut'].map((type) =>
  META.edge_types[0].indexOf(type),
);
const STRIDE = META.node_fields.length;
/** Ordinal of the first row; the root, the global object and the registry come first. */
const FIRST_ROW = 3;

/** The id of a node of the huge heap by its ordinal. */
export function idOf(ordinal: number): number {
  return 2 * ordinal + 1;
}

/** The highest id from before the leaks: that of the last row. */
export function lastIdBeforeLeaks({ rows }: HugeHeap): number {
  return idOf(FIRST_ROW + rows - 1);
}

/** Writes the snapshot of such a heap, as V8 would have, a piece at a time. */
export function writeHugeSnapshot(path: string, { rows, leaks }: HugeHeap): void {
  const held = rows + leaks;
  const counts = { node_count: FIRST_ROW + held + leaks, edge_count: 2 + held + leaks };
  const file = new NumberFile(path);
  file.text(`{"snapshot":${JSON.stringify({ meta: META, ...counts })},\n"nodes":[`);
  let ordinal = 0;
  const node = (type: number, name: number, size: number, edges: number) =>
    file.record([type, name, idOf(ordinal++), size, edges, 0]);
  node(SYNTHETIC, NO_NAME, 0, 1);
  node(OBJECT, GLOBAL, 10, 1);
  node(OBJECT, REGISTRY, 16, held);
  for (let row = 0; row < rows; row++) node(OBJECT, ROW, ROW_BYTES, 0);
  for (let leak = 0; leak < leaks; leak++) node(OBJECT, LEAKY, LEAK_BYTES, 1);
  for (let leak = 0; leak < leaks; leak++) node(OBJECT, PAYLOAD, PAYLOAD_BYTES, 0);
  file.text('],\n"edges":[');
  file.record([SHORTCUT, 1, STRIDE]);
  file.record([PROPERTY, REGISTRY_LINK, 2 * STRIDE]);
  for (let index = 0; index < held; index++) file.record([ELEMENT, index, (FIRST_ROW + index) * STRIDE]);
  for (let leak = 0; leak < leaks; leak++) file.record([PROPERTY, PAYLOAD_LINK, (FIRST_ROW + held + leak) * STRIDE]);
  file.text(`],\n"locations":[],\n"strings":${JSON.stringify(STRINGS)}}`);
  file.close();
}

/** A file of comma-separated numbers; each written digit by digit, as hundreds of millions of small strings take minutes. */
class NumberFile {
  readonly #file: number;
  readonly #piece = Buffer.alloc(1 << 20);
  #length = 0;
  #isFirst = true;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  text(text: string): void {
    this.#flush();
    writeSync(this.#file, text);
    this.#isFirst = true;
  }

  record(numbers: readonly number[]): void {
    if (this.#length > this.#piece.length - 256) this.#flush();
    for (const number of numbers) {
      if (!this.#isFirst) this.#piece[this.#length++] = 0x2c;
      this.#isFirst = false;
      this.#number(number);
    }
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #number(number: number): void {
    let scale = 1;
    while (number >= 10 * scale) scale *= 10;
    for (let rest = number; scale >= 1; scale = Math.floor(scale / 10)) {
      const digit = Math.floor(rest / scale);
      this.#piece[this.#length++] = 0x30 + digit;
      rest -= digit * scale;
    }
  }

  #flush(): void {
    writeSync(this.#file, this.#piece, 0, this.#length);
    this.#length = 0;
  }
}
