import { HighestIdStore } from './highest-id-store.ts';
import { ParsedValue, SkippedValue, UnreadValue } from './json-value.ts';
import { layoutOf } from './layout.ts';
import { Pieces } from './pieces.ts';
import { RecordSection } from './record-section.ts';
import { Misfit, type Section } from './section.ts';

/** Finds the highest odd id of a snapshot in its bytes, of which those up to the end of the nodes are needed. */
export class HighestIdScan {
  #store: HighestIdStore | undefined;
  #nodes: RecordSection | undefined;
  readonly #pieces: Pieces;

  constructor(name: string) {
    this.#pieces = new Pieces(name, (key) => this.#section(key));
  }

  /** The id, as soon as all nodes have been seen. */
  get result(): number | undefined {
    return this.#nodes?.done ? this.#store?.highest : undefined;
  }

  /** Takes the next bytes. Throws `SnapshotError`. */
  write(bytes: Uint8Array): void {
    this.#pieces.write(bytes);
  }

  /** To be called when there are no more bytes and still no result: throws `SnapshotError`, which says what is missing. */
  fail(): never {
    return this.#pieces.finish(() => {
      throw new Misfit(undefined, 'a "nodes" section');
    });
  }

  #section(key: string): Section {
    if (key === 'snapshot') {
      return new ParsedValue(key, (header) => {
        this.#store = new HighestIdStore(layoutOf(header));
      });
    }
    if (this.#nodes) return new UnreadValue();
    if (key !== 'nodes') return new SkippedValue(key);
    if (!this.#store) throw new Misfit(undefined, '"snapshot" before "nodes"');
    this.#nodes = new RecordSection(key, this.#store);
    return this.#nodes;
  }
}
