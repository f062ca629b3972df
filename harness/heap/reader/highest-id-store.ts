import type { Layout } from './layout.ts';
import { type RecordStore, SHORT_DIGITS } from './record-section.ts';

const ZERO = 0x30;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

/** Keeps nothing of the nodes but the highest odd id among them. */
export class HighestIdStore implements RecordStore {
  readonly stride: number;
  readonly expected: number;
  stored = 0;
  highest = 0;
  readonly #idField: number;

  constructor(layout: Layout) {
    this.stride = layout.node.stride;
    this.expected = layout.nodeCount;
    this.#idField = layout.node.id;
  }

  store(values: Float64Array): void {
    const id = values[this.#idField];
    if (id % 2 === 1 && id > this.highest) this.highest = id;
  }

  storePlain(bytes: Uint8Array, from: number, limit: number, first: number): number {
    const { stride, expected } = this;
    const idField = this.#idField;
    let highest = this.highest;
    let node = first;
    let at = from;
    let start = from;
    plain: while (at < limit && node < expected) {
      let id = 0;
      for (let index = 0; index < stride; index++) {
        const begin = at;
        let value = 0;
        let digit = bytes[at] - ZERO;
        while (digit >>> 0 <= 9 && at - begin <= SHORT_DIGITS) {
          if (index === idField) value = (value * 10 + digit) | 0;
          digit = bytes[++at] - ZERO;
        }
        if (at === begin || at - begin > SHORT_DIGITS) break plain;
        if (bytes[at] === NEWLINE) at++;
        if (bytes[at++] !== COMMA) break plain;
        if (index === idField) id = value;
      }
      if (id > highest && (id & 1) === 1) highest = id;
      node++;
      start = at;
    }
    this.highest = highest;
    this.stored = node - first;
    return start;
  }
}
