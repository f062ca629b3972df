/**
 * A leak goes on at its rate (measured leaks: 0.99 of it); growth that has fallen below this part of its former rate is
 * coming to an end, as that of a cache that fills up.
 */
const STILL_GROWING = 0.85;

/** Whether growth at the rate `last` goes on after growth at the rate `before`. */
export function goesOn(before: number, last: number): boolean {
  return last >= STILL_GROWING * before;
}
