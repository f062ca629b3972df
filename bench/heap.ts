// Heap-snapshot analysis against its peers: node bench/heap.ts [--sizes 5,50,200] [--runs 3] [--json FILE] [--save]
// [--all-peers]. `--save` writes bench/results/heap.json and the table in docs/performance.md, and
// keeps what they hold for other sizes.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTools } from './heap/build-tools.ts';
import { measureSize, type Row } from './heap/rows.ts';
import { toTable } from './heap/table.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5,50,200' },
    runs: { type: 'string', default: '3' },
    json: { type: 'string' },
    save: { type: 'boolean', default: false },
    'all-peers': { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
if (sizes.some((size) => !(size > 0)) || !(runs >= 1)) {
  console.error('--sizes takes megabytes, like 5,50, and --runs a number from 1.');
  process.exit(2);
}

const tools = await buildTools();
const rows: Row[] = [];
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'steadyheap-bench-'));
  try {
    rows.push(...(await measureSize({ sizeMb: size, folder, runs, allPeers: values['all-peers'], tools })));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
const machine = `Node ${process.version}, ${process.platform}-${process.arch}, ${cpus().length} CPUs`;
console.log(`${machine}\n\n${toTable(rows)}`);
if (values.json) await writeWithFolder(values.json, toJson(rows));
if (values.save) {
  const root = dirname(import.meta.dirname);
  const file = join(root, 'bench', 'results', 'heap.json');
  const all = [...(await otherRows(file)), ...rows].sort((a, b) => a.sizeMb - b.sizeMb);
  await writeWithFolder(file, toJson(all));
  await replaceTable(join(root, 'docs', 'performance.md'), `${machine}.\n\n${toTable(all)}`);
}

function toJson(measured: Row[]): string {
  return `${JSON.stringify({ machine, measuredAt: new Date().toISOString().slice(0, 10), rows: measured }, null, 2)}\n`;
}

/** What was saved before for sizes that were not measured now. */
async function otherRows(file: string): Promise<Row[]> {
  const saved: { rows: Row[] } = JSON.parse(await readFile(file, 'utf8'));
  return saved.rows.filter(({ sizeMb }) => !sizes.includes(sizeMb));
}

async function writeWithFolder(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Puts the table between the marks `<!-- bench:heap -->` and `<!-- /bench:heap -->`. */
async function replaceTable(file: string, text: string): Promise<void> {
  const page = await readFile(file, 'utf8');
  const marked = /(?<=<!-- bench:heap -->\n)[\s\S]*?(?=<!-- \/bench:heap -->)/;
  if (!marked.test(page)) throw new Error(`${file} lacks the marks <!-- bench:heap --> and <!-- /bench:heap -->.`);
  await writeFile(
    file,
    page.replace(marked, () => `\n${text}\n\n`),
  );
}
