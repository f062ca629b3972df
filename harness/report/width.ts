/** Of a terminal that does not say how wide it is, and of a log. */
const USUAL_WIDTH = 80;
/** Narrower, the table of runs has no room for names, and the terminal wraps its lines. */
const LEAST_WIDTH = 60;

/**
 * How many characters a line may have on a stream. Terminals that are none, such as those of `script` and some CI
 * servers, say 0.
 */
export function widthOf({ columns }: { columns?: number }): number {
  return columns ? Math.max(LEAST_WIDTH, columns) : USUAL_WIDTH;
}
