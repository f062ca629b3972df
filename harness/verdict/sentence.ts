import type { Failure } from './types.ts';

/** At most three names, and how many more. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** One sentence of what was found, and of the first failure that makes it fail all the same. */
export function sentence(finding: string, [failure]: readonly Failure[]): string {
  const capital = finding.charAt(0).toUpperCase() + finding.slice(1);
  return failure === undefined ? `${capital}.` : `${capital}; but ${failure.message}.`;
}
