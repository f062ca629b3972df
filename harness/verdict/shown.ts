import { stripVTControlCharacters } from 'node:util';

/** Control characters, those of C1 too, line and paragraph separators, and signs that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** The longest word that is shown whole: paths of files in a package are rarely longer, and a class name of thousands hides all else. */
const LONGEST_WORD = 200;
/** Characters that are left of a longer one, at either end. */
const LEFT = 60;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(sign: string): string {
  const code = sign.charCodeAt(0).toString(16);
  return SHORT[sign] ?? (code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code}`);
}

function shortened(word: string): string {
  return word.length <= LONGEST_WORD ? word : `${word.slice(0, LEFT)}…${word.slice(-LEFT)}`;
}

/**
 * Text from a subject as one line that a terminal, a log or a report may be given: sequences that steer a terminal are left
 * out, any other control character reads as JavaScript writes it, and of a word that is too long to be read the middle is left out.
 */
export function shown(text: string): string {
  return stripVTControlCharacters(text).replaceAll(UNSEEN, escaped).replaceAll(/\S+/g, shortened);
}
