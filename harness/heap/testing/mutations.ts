/** Random numbers below `limit` that are the same for the same seed (mulberry32, public domain, by Tommy Ettinger). */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

type Random = (limit: number) => number;

const TOKENS = [
  '-',
  '.',
  'e9',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '9',
  '99999999999',
  ' ',
  '\n',
  '\u0000',
  'null',
];

/** Puts `insert` in the place of `remove` bytes. */
interface Change {
  at: number;
  remove: number;
  insert: Buffer;
}

const KINDS: ((bytes: Buffer, random: Random) => Change)[] = [
  function flipBit(bytes, random) {
    const at = random(bytes.length);
    return { at, remove: 1, insert: Buffer.of(bytes[at] ^ (1 << random(8))) };
  },
  function changeDigit(bytes, random) {
    let at = random(bytes.length);
    while (at < bytes.length - 1 && (bytes[at] < 0x30 || bytes[at] > 0x39)) at++;
    return { at, remove: 1, insert: Buffer.of(0x30 + random(10)) };
  },
  function insertToken(bytes, random) {
    return { at: random(bytes.length), remove: 0, insert: Buffer.from(TOKENS[random(TOKENS.length)]) };
  },
  function removeBytes(bytes, random) {
    return { at: random(bytes.length), remove: 1 + random(20), insert: Buffer.alloc(0) };
  },
  function copyBytes(bytes, random) {
    const from = random(bytes.length);
    return { at: random(bytes.length), remove: 0, insert: Buffer.from(bytes.subarray(from, from + 1 + random(200))) };
  },
  function cutOff(bytes, random) {
    return { at: random(bytes.length), remove: bytes.length, insert: Buffer.alloc(0) };
  },
];

/** More than three changes can add. */
const ROOM = 4096;

/**
 * Makes mutants of some bytes by one to three random changes each; half of all places are in the first two kilobytes, where
 * the header is. A mutant is valid until the next one is made: memory of its own for each would take longer than to read it.
 */
export class Mutator {
  readonly #original: Buffer;
  readonly #room: Buffer;

  constructor(original: Buffer) {
    this.#original = original;
    this.#room = Buffer.alloc(original.length + ROOM);
  }

  mutant(random: Random): Buffer {
    const placed: Random = (limit) => (limit > 2048 && random(2) === 0 ? random(2048) : random(limit));
    this.#room.set(this.#original);
    let length = this.#original.length;
    for (let changes = 1 + random(3); changes > 0 && length > 0; changes--) {
      const { at, remove, insert } = KINDS[random(KINDS.length)](this.#room.subarray(0, length), placed);
      const removed = Math.min(remove, length - at);
      this.#room.copyWithin(at + insert.length, at + removed, length);
      this.#room.set(insert, at);
      length += insert.length - removed;
    }
    return this.#room.subarray(0, length);
  }
}
