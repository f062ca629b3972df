import { stripVTControlCharacters } from 'node:util';
import { endsOf, numbered, UNSEEN } from './unseen.ts';

/** The longest word that is shown whole: paths of files in a package are rarely longer, and a class name of thousands hides all else. */
const LONGEST_WORD = 200;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(sign: string): string {
  return SHORT[sign] ?? numbered(sign);
}

function shortened(word: string): string {
  return word.length <= LONGEST_WORD ? word : endsOf(word);
}

/**
 * Text from a subject as one line that a terminal, a log or a report may be given: sequences that steer a terminal are left
 * out, any other control character reads as JavaScript writes it, and of a word that is too long to be read the middle is left out.
 */
export function shown(text: string): string {
  return stripVTControlCharacters(text).replaceAll(UNSEEN, escaped).replaceAll(/\S+/g, shortened);
}
