/**
 * A text in lines of at most `width` characters, broken between words, or behind a slash, or else a hyphen; `indent`
 * goes before all but the first.
 */
export function wrap(text: string, width: number, indent = '  '): string[] {
  const lines: string[] = [];
  let line = /^ */.exec(text)?.[0] ?? '';
  let isEmpty = true;
  for (const word of text.trim().split(' ')) {
    let rest = isEmpty ? word : ` ${word}`;
    if (!isEmpty && line.length + rest.length > width) {
      lines.push(line);
      line = indent;
      rest = word;
    }
    while (line.length + rest.length > width) {
      const room = width - line.length;
      const cut = rest.lastIndexOf('/', room - 1) + 1 || rest.lastIndexOf('-', room - 1) + 1 || room;
      lines.push(line + rest.slice(0, cut));
      line = indent;
      rest = rest.slice(cut);
    }
    line += rest;
    isEmpty = false;
  }
  return [...lines, line];
}

/** Two lists of lines beside each other, the first padded to `left` characters. */
export function beside(first: readonly string[], second: readonly string[], left: number): string[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) =>
    `${(first[i] ?? '').padEnd(left)}  ${second[i] ?? ''}`.trimEnd(),
  );
}
