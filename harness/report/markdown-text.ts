import { shown } from '../verdict/shown.ts';

/** Text that Markdown shows as it is: neither a table cell nor a tag nor emphasis nor a link ends or begins in it. */
export function plain(text: string): string {
  return shown(text).replaceAll(/[\\`*_{}[\]<>#+!|~&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Text as code, between more backticks than there are in a row in it. */
export function code(text: string): string {
  const line = shown(text);
  const rows = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...rows.map(({ length }) => length)) + 1);
  // Markdown takes one space away on either side where there is one on both.
  const space = rows.length > 0 || /^ .*\S.* $/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
