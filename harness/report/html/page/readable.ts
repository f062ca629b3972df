import { endsOf, numbered, UNSEEN } from '../../../verdict/unseen.ts';

/** Nearly all texts: of 32,000 in a table of 2,000 runs, the rest would take some 15 ms to look through. */
const PLAIN = /^[ -~]{0,200}$/;
/** They are laid out as ever. */
const LAID_OUT = new Set(['\n', '\t']);
/** A word too long to be shown whole, as in a terminal; what ends a sentence is no part of it. */
const LONG_WORD = /(\S{200,}[^\s.,;:])/;

/** A piece of a text as it is shown, with the whole word where only its ends are. */
export interface Piece {
  text: string;
  whole: string | null;
}

function escaped(sign: string): string {
  return LAID_OUT.has(sign) ? sign : numbered(sign);
}

/** Text from a subject so that it can be read: what is not seen as JavaScript writes it, and of very long words the ends only. */
export function readable(text: string): Piece[] {
  if (PLAIN.test(text)) return [{ text, whole: null }];
  const seen = text.replaceAll(UNSEEN, escaped);
  return seen
    .split(LONG_WORD)
    .map((text, i) => (i % 2 === 0 ? { text, whole: null } : { text: endsOf(text), whole: text }))
    .filter(({ text }) => text !== '');
}

/** The same as one text, for places that hold no elements. */
export function readableText(text: string): string {
  return readable(text)
    .map((piece) => piece.text)
    .join('');
}
