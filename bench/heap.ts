// Heap-snapshot analysis against its peers: node bench/heap.ts [--sizes 5,50,200] [--runs 3] [--json FILE] [--save]
// [--all-peers]. `--save` writes bench/results/heap.json and the table in docs/performance.md.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
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

const rows: Row[] = [];
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'steadyheap-bench-'));
  try {
    rows.push(...(await measureSize(size, folder, runs, values['all-peers'])));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
const machine = `Node ${process.version}, ${process.platform}-${process.arch}, ${cpus().length} CPUs`;
const result = `${JSON.stringify({ machine, measuredAt: new Date().toISOString().slice(0, 10), rows }, null, 2)}\n`;
const table = toTable(rows);
console.log(`${machine}\n\n${table}`);
if (values.json) await writeWithFolder(values.json, result);
if (values.save) {
  const root = dirname(import.meta.dirname);
  await writeWithFolder(join(root, 'bench', 'results', 'heap.json'), result);
  await replaceTable(join(root, 'docs', 'performance.md'), `${machine}.\n\n${table}`);
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
