import type { Bisection } from './bisection.ts';

/** 0 when the change was found, 1 when the ends do not differ, 3 when it lies among candidates that could not be told. */
export function exitCodeOf({ change, between, incomplete }: Pick<Bisection, 'change' | 'between' | 'incomplete'>) {
  if (incomplete !== null || between.length > 0) return 3;
  return change === null ? 1 : 0;
}
