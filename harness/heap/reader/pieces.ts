import { SnapshotError } from '../snapshot-error.ts';
import { Misfit, type Section } from './section.ts';
import { TopLevel } from './top-level.ts';

/** The bytes of a snapshot as they arrive, in pieces of any size; says in which file and where something did not fit. */
export class Pieces {
  #offset = 0;
  readonly #name: string;
  readonly #topLevel: TopLevel;

  /** `open` makes the reader of the section of that name. */
  constructor(name: string, open: (key: string) => Section) {
    this.#name = name;
    this.#topLevel = new TopLevel(open);
  }

  /** How many bytes there were in front of the piece that is being read. */
  get offset(): number {
    return this.#offset;
  }

  /** Takes the next bytes and keeps no reference to them. Throws {@link SnapshotError}. */
  write(bytes: Uint8Array): void {
    this.#attempt(bytes.length, () => this.#topLevel.consume(bytes));
    this.#offset += bytes.length;
  }

  /** Makes the result, when all bytes are in. Throws {@link SnapshotError} when the snapshot is not complete. */
  finish<Result>(assemble: () => Result): Result {
    return this.#attempt(0, () => {
      if (!this.#topLevel.done) throw new Misfit(undefined, this.#topLevel.awaiting);
      return assemble();
    });
  }

  #attempt<Result>(length: number, action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      throw new SnapshotError(this.#name, this.#offset + (error.position ?? length), error.expected);
    }
  }
}
