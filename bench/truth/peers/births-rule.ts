import type { Census } from '../../../harness/heap/index.ts';

/**
 * The classes that have survivors born in every interval.
 *
 * @param born Of each interval, what was born in it and is alive at the end.
 */
export function bornInAll([first, ...others]: readonly Census[]): string[] {
  return [...(first?.keys() ?? [])].filter((name) => others.every((census) => census.has(name)));
}
