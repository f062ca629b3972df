import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Row } from './rows.ts';
import { toTables } from './table.ts';

/** Puts new rows in the place of those that were saved for the same size; rows of other sizes stay. */
export function withNewRows(saved: readonly Row[], measured: readonly Row[]): Row[] {
  const sizes = new Set(measured.map(({ sizeMb }) => sizeMb));
  return [...saved.filter(({ sizeMb }) => !sizes.has(sizeMb)), ...measured].sort((a, b) => a.sizeMb - b.sizeMb);
}

/** Puts the tables between the marks `<!-- bench:heap -->` and `<!-- /bench:heap -->`. Throws where there are none. */
export function withTables(page: string, rows: readonly Row[]): string {
  const marked = /(?<=<!-- bench:heap -->\n)[\s\S]*?(?=<!-- \/bench:heap -->)/;
  if (!marked.test(page)) throw new Error('the page lacks the marks <!-- bench:heap --> and <!-- /bench:heap -->');
  return page.replace(marked, () => `\n${toTables(rows)}\n\n`);
}

/** Writes rows for other programs to read. */
export async function writeRows(file: string, rows: readonly Row[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ rows }, null, 2)}\n`);
}

/** Keeps rows in `bench/results/heap.json` and in `docs/performance.md` below `root`. */
export async function saveRows(root: string, measured: readonly Row[]): Promise<void> {
  const file = path.join(root, 'bench', 'results', 'heap.json');
  const page = path.join(root, 'docs', 'performance.md');
  const saved: { rows: Row[] } = JSON.parse(await readFile(file, 'utf8'));
  const rows = withNewRows(saved.rows, measured);
  await writeRows(file, rows);
  await writeFile(page, withTables(await readFile(page, 'utf8'), rows));
}
