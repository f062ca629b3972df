import { HighestIdStore } from './highest-id-store.ts';
import { ParsedValue, SkippedNumbers, SkippedValue } from './json-value.ts';
import { layoutOf } from './layout.ts';
import { Pieces } from './pieces.ts';
import { RecordSection } from './record-section.ts';
import { Misfit, type Section } from './section.ts';

/** Finds the highest odd id of a snapshot in its bytes. Those up to the end of the nodes tell it; the rest, whether they are all. */
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

  /** The id, when all bytes are in. Throws `SnapshotError` when something is missing. */
  end(): number {
    return this.#pieces.finish(() => {
      if (this.result === undefined) throw new Misfit(undefined, 'a "nodes" section');
      return this.result;
    });
  }

  #section(key: string): Section {
    if (key === 'snapshot') {
      return new ParsedValue(key, (header) => {
        this.#store = new HighestIdStore(layoutOf(header));
      });
    }
    if (key === 'edges') return new SkippedNumbers(key);
    if (key !== 'nodes') return new SkippedValue(key);
    if (!this.#store) throw new Misfit(undefined, '"snapshot" before "nodes"');
    if (this.#nodes) throw new Misfit(undefined, 'one "nodes" section only');
    this.#nodes = new RecordSection(key, this.#store);
    return this.#nodes;
  }
}
