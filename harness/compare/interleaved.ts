/**
 * The order in which the columns of a comparison are run: round by round, so that what disturbs one moment of the machine
 * does not disturb all runs of one version. Pairs of column and round, both from 0.
 */
export function interleaved(columns: number, rounds: number): { column: number; round: number }[] {
  return Array.from({ length: rounds * columns }, (_, i) => ({ column: i % columns, round: Math.floor(i / columns) }));
}
