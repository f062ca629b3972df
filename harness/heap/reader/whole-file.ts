const BACKSLASH = 0x5c;

/** How a string ends in front of the closing brackets of a snapshot, which V8 always writes so, and what may follow. */
const END = /"\]\}[ \t\r\n]*$/;
/** In front of a quote these tell that it may open a string, whose text only looks like the end of a snapshot. */
const MAY_OPEN_STRING = new Set([...',[{: \t\r\n'].map((mark) => mark.charCodeAt(0)));

/** Bytes at the end of a file that are enough for {@link endsAsWhole}. */
export const TAIL_BYTES = 4096;

/**
 * True when the last bytes of a file can only be the end of a whole snapshot: a string is closed, then the strings, then
 * all. A file that is cut off anywhere behind its nodes ends otherwise. False means that it cannot be told from these bytes
 * alone.
 */
export function endsAsWhole(tail: Uint8Array): boolean {
  const end = END.exec(Buffer.from(tail).toString('latin1'));
  if (!end) return false;
  const quote = end.index;
  let backslashes = 0;
  while (tail[quote - 1 - backslashes] === BACKSLASH) backslashes++;
  // A tail of nothing but backslashes does not tell whether the quote is one of the text.
  if (backslashes >= quote || backslashes % 2 === 1) return false;
  return !MAY_OPEN_STRING.has(tail[quote - 1]);
}
