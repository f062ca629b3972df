import type { Layout } from './layout.ts';
import { plainValue, readPlain } from './plain-number.ts';
import type { RecordStore } from './record-section.ts';

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
    while (at < limit && node < expected) {
      at = readPlain(bytes, at);
      let id = plainValue;
      for (let field = 1; field < stride && bytes[at] === COMMA; field++) {
        at = readPlain(bytes, at + 1);
        if (field === idField) id = plainValue;
      }
      if (bytes[at] === NEWLINE) at++;
      if (bytes[at++] !== COMMA) break;
      if (id > highest && (id & 1) === 1) highest = id;
      node++;
      start = at;
    }
    this.highest = highest;
    this.stored = node - first;
    return start;
  }
}
