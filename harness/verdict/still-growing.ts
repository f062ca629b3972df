/**
 * The part of its former rate at which growth goes on. Each interval is as long as all before it, so growth by the logarithm,
 * as of a vocabulary that becomes known, has half of its former rate in each, growth by the square root 0.71 of it, and a
 * leak all of it (measured: 0.99).
 */
const STILL_GROWING = 0.6;

/** Whether growth at the rate `last` goes on after growth at the rate `before`. */
export function goesOn(before: number, last: number): boolean {
  return last >= STILL_GROWING * before;
}
