/** Which end of the range a candidate is like; `unknown` when it cannot be told. */
export type Answer = 'first' | 'last' | 'unknown';

/** Where the change lies: after `before`, and at `after` or one of the unknown candidates between. Positions from 0. */
export interface Found {
  before: number;
  after: number;
}

/** The k-th number of the van der Corput sequence to base 2: 1/2, 1/4, 3/4, 1/8, ... */
function spread(k: number): number {
  let value = 0;
  for (let rest = k, half = 0.5; rest > 0; rest = Math.floor(rest / 2), half /= 2) value += half * (rest % 2);
  return value;
}

/**
 * Finds where candidates turn from being like the first into being like the last, by halving. The two ends are known and not
 * asked. A candidate that answers `unknown` is left out; the next is then taken from elsewhere (J. G. van der Corput's
 * sequence), as what cannot be run tends to lie side by side.
 */
export async function search(count: number, ask: (candidate: number) => Promise<Answer>): Promise<Found> {
  let [before, after] = [0, count - 1];
  const unknown = new Set<number>();
  for (let misses = 0; ; ) {
    const open = Array.from({ length: after - before - 1 }, (_, i) => before + 1 + i).filter((i) => !unknown.has(i));
    const next = open[Math.floor(spread(misses + 1) * open.length)];
    if (next === undefined) return { before, after };
    const answer = await ask(next);
    misses = answer === 'unknown' ? misses + 1 : 0;
    if (answer === 'unknown') unknown.add(next);
    else if (answer === 'first') before = next;
    else after = next;
  }
}
