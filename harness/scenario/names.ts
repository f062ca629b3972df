/** Names in a sentence; more would be scrolled past. */
export const MOST_NAMES = 8;

/** Names as a sentence lists them: at most so many, and how many more there are. */
export function listNames(names: readonly string[], most = MOST_NAMES): string {
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return `${names.slice(0, most).join(', ')}${more}`;
}
