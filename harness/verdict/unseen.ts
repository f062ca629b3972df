/** What a terminal and a page do alike with text that cannot be shown as it is. */

/** Control characters, those of C1 too, line and paragraph separators, and signs that turn the direction of writing. */
export const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Characters of a word that are left at either end, where its middle is left out. */
const LEFT = 60;

/** A sign as JavaScript writes it by its number. */
export function numbered(sign: string): string {
  const code = sign.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code}`;
}

/** A word without its middle. */
export function endsOf(word: string, left = LEFT): string {
  return `${word.slice(0, left)}…${word.slice(-left)}`;
}
