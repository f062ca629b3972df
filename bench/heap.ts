// Heap-snapshot analysis against its peers: npm run bench:heap -- --help. `--save` writes bench/results/heap.json and the
// tables in docs/performance.md, and keeps what they hold for other sizes. Exit codes: 0 measured, 2 the request was wrong.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildTools } from './heap/build-tools.ts';
import { type HeapBenchOptions, heapOptions, USAGE } from './heap/options.ts';
import { measureSize, type Row } from './heap/rows.ts';
import { saveRows, writeRows } from './heap/saved.ts';
import { toTables } from './heap/table.ts';
import { orRefuse } from './or-refuse.ts';

const ROOT = dirname(import.meta.dirname);

function thisMachine(): string {
  const [{ model }, ...others] = cpus();
  return `Node ${process.version}, ${process.platform}-${process.arch}, ${1 + others.length} × ${model}`;
}

async function measureIn(folder: string, sizeMb: number, tools: string, options: HeapBenchOptions): Promise<Row[]> {
  const onStep = (step: string) => console.error(`${sizeMb} MB: ${step}`);
  return measureSize({ ...options, sizeMb, folder, tools, machine: thisMachine(), onStep });
}

async function main(args: readonly string[]): Promise<void> {
  const options = orRefuse('bench:heap', () => heapOptions(args));
  if (options === null) {
    console.log(USAGE);
    return;
  }
  const tools = await buildTools();
  const rows: Row[] = [];
  for (const sizeMb of options.sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'steadyheap-bench-'));
    try {
      rows.push(...(await measureIn(folder, sizeMb, tools, options)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    // Size by size, so that nothing is lost when a later one fails.
    if (options.json !== null) await writeRows(options.json, rows);
    if (options.save) await saveRows(ROOT, rows);
  }
  console.log(toTables(rows));
}

await main(process.argv.slice(2));
