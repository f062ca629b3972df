/** A heap snapshot that cannot be read: says in which file, at which byte, and what was expected there. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  /** The path or name of the snapshot. */
  readonly file: string;
  /** The byte that did not fit; for a value that is out of range, the end of its record. */
  readonly offset: number;
  /** What should have been there. */
  readonly expected: string;

  constructor(file: string, offset: number, expected: string, options?: ErrorOptions) {
    super(`${file} is not a readable heap snapshot: at byte ${offset}, expected ${expected}.`, options);
    this.file = file;
    this.offset = offset;
    this.expected = expected;
  }
}
