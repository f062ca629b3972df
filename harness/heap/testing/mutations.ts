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

const KINDS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  function flipBit(bytes, random) {
    const copy = Buffer.from(bytes);
    copy[random(copy.length)] ^= 1 << random(8);
    return copy;
  },
  function changeDigit(bytes, random) {
    const copy = Buffer.from(bytes);
    let at = random(copy.length);
    while (at < copy.length - 1 && (copy[at] < 0x30 || copy[at] > 0x39)) at++;
    copy[at] = 0x30 + random(10);
    return copy;
  },
  function insertToken(bytes, random) {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(TOKENS[random(TOKENS.length)]), bytes.subarray(at)]);
  },
  function removeBytes(bytes, random) {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(20))]);
  },
  function copyBytes(bytes, random) {
    const from = random(bytes.length);
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + 1 + random(200)), bytes.subarray(at)]);
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, random(bytes.length));
  },
];

/** One to three random changes to the bytes. Half of all places are in the first two kilobytes, where the header is. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let mutant = bytes;
  for (let changes = 1 + random(3); changes > 0; changes--) {
    const placed: Random = (limit) => (limit > 2048 && random(2) === 0 ? random(2048) : random(limit));
    mutant = KINDS[random(KINDS.length)](mutant, placed);
    if (mutant.length === 0) return mutant;
  }
  return mutant;
}
