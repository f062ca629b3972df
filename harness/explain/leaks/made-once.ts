/** Fewer objects that are held alike are what is made once, on first use, however few its class gains. */
const FEWEST = 2;
/** In the corpus, strings made once are up to 4 beside 40 or 100 that leak. */
const MOST_ONCE = 4;
/** So few are made once unless they are this part of their class: in the corpus they are a tenth at most (4 beside 40). */
const PART_OF_FEW = 0.5;
/** More are made once when they are less than this part of their class. */
const PART_OF_MANY = 0.05;

/**
 * Whether a group of survivors is what is made once, on first use, and not what leaks.
 *
 * @param count Objects that are held alike.
 * @param expected Objects by which their class grows.
 */
export function isMadeOnce(count: number, expected: number): boolean {
  const least = count > MOST_ONCE ? PART_OF_MANY : PART_OF_FEW;
  return count < FEWEST || count < least * expected;
}
