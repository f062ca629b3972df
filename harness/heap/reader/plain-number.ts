const ZERO = 0x30;
/** Numbers of that many digits fit 31 bits, which engines calculate with fastest. */
export const SHORT_DIGITS = 9;

/** The number that {@link readPlain} has read last: a second result without an object for it. */
export let plainValue = 0;

/**
 * Reads a number of at most {@link SHORT_DIGITS} digits and returns the position behind it; -1 where no digit stands. Of
 * a longer one it leaves digits over, so a comma is not found where it should be.
 */
export function readPlain(bytes: Uint8Array, from: number): number {
  let at = from;
  let value = 0;
  let digit = bytes[at] - ZERO;
  while (digit >>> 0 <= 9 && at - from < SHORT_DIGITS) {
    value = (value * 10 + digit) | 0;
    digit = bytes[++at] - ZERO;
  }
  plainValue = value;
  return at === from ? -1 : at;
}
