/** One value of the snapshot's top-level object, read as its bytes arrive. */
export interface Section {
  /**
   * Takes bytes from `from` on and returns the position behind the last byte it took. When `done` is false it has taken
   * all up to `bytes.length`. Throws {@link Misfit} at a byte that does not belong there.
   */
  consume(bytes: Uint8Array, from: number): number;
  readonly done: boolean;
  /** What would have had to come next, for the message about a snapshot that ends here. */
  readonly awaiting: string;
}

/**
 * Something that does not fit. `position` counts within the bytes being consumed, and is undefined where only the
 * parsed values are known; the parser turns it into a `SnapshotError` with the file and the absolute offset.
 */
export class Misfit extends Error {
  readonly position: number | undefined;
  readonly expected: string;

  constructor(position: number | undefined, expected: string) {
    super(expected);
    this.position = position;
    this.expected = expected;
  }
}

/** Does something with values that were read up to `position`: a {@link Misfit} without a position gets this one. */
export function at<Result>(position: number, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw error instanceof Misfit && error.position === undefined ? new Misfit(position, error.expected) : error;
  }
}

/** True for the four bytes JSON treats as white space. */
export function isWhiteSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
