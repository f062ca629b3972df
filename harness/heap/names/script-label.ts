/**
 * A script's name short enough for a table: the file's name, with its folder where the name alone says little; all of a
 * `node:` URL; `eval` for code without a file.
 */
export function scriptLabel(url: string): string {
  if (url === '') return 'eval';
  if (url.startsWith('node:')) return url;
  if (url.startsWith('data:')) return 'data: URL';
  const parts = url.replace(/[?#].*$/, '').split(/[\\/]/);
  const name = parts.at(-1) ?? url;
  const folder = parts.at(-2);
  return /^(index|main)\.\w+$/.test(name) && folder ? `${folder}/${name}` : name;
}

/** A `file:` URL as the path a person opens; anything else unchanged. */
export function scriptPath(url: string): string {
  if (!url.startsWith('file:///')) return url;
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return url;
  }
}
