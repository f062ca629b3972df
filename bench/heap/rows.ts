import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Measured, measure, median } from './measure.ts';

/** One line of the result: the cost of a triple, medians over the runs. */
export interface Row {
  sizeMb: number;
  tool: 'steadyheap' | 'memlab' | 'heap-snapshot-toolkit' | 'v8';
  cpuMs: number;
  wallMs: number;
  peakRssBytes: number;
  runs: number;
  /** The largest snapshot of the triple. */
  fileBytes: number;
  /** Whether the planted leak was found; V8 does not look. */
  leakFound?: boolean;
  /** steadyheap only: the cost where survivors are counted, without dominators and paths. */
  withoutDominators?: { cpuMs: number; wallMs: number; peakRssBytes: number };
  /** steadyheap only: the retainer path of the planted leak. */
  retainerPath?: string;
}

/** Above this size only steadyheap is measured, and V8 once, unless asked for: memlab takes minutes and 9 GB at 1 GB. */
const MOST_FOR_PEERS_MB = 200;
const BIG_HEAP = ['--max-old-space-size=12000'];

/** What to measure. */
export interface Request {
  sizeMb: number;
  /** Where the snapshots go. */
  folder: string;
  runs: number;
  allPeers: boolean;
  /** Where the compiled tools are. */
  tools: string;
}

/** Makes a heap, writes its triple into `folder` and measures every tool on it, in turns. */
export async function measureSize({ sizeMb, folder, runs, allPeers, tools }: Request): Promise<Row[]> {
  const withPeers = sizeMb <= MOST_FOR_PEERS_MB || allPeers;
  const v8: Measured[] = [];
  for (let run = 0; run < (withPeers ? runs : 1); run++) {
    const script = join(import.meta.dirname, 'make-heap.mjs');
    v8.push(await measure(script, [String(sizeMb), folder], ['--expose-gc', ...BIG_HEAP]));
  }
  const sizes = ['baseline', 'target', 'final'].map(
    async (name) => (await stat(join(folder, `${name}.heapsnapshot`))).size,
  );
  const fileBytes = Math.max(...(await Promise.all(sizes)));
  const own: Measured[] = [];
  const counted: Measured[] = [];
  const memlab: Measured[] = [];
  const toolkit: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    own.push(await measure(join(tools, 'tool-steadyheap.mjs'), [folder]));
    counted.push(await measure(join(tools, 'tool-steadyheap.mjs'), [folder, 'count']));
    if (!withPeers) continue;
    memlab.push(await measure(join(tools, 'tool-memlab.mjs'), [folder], BIG_HEAP));
    toolkit.push(await measure(join(tools, 'tool-toolkit.mjs'), [folder], BIG_HEAP));
  }
  const common = { sizeMb, fileBytes };
  const rows: Row[] = [
    { ...common, tool: 'v8', ...medians(v8), runs: v8.length },
    {
      ...common,
      tool: 'steadyheap',
      ...medians(own),
      runs,
      leakFound: own.every(({ leaked }) => leaked === 1000) && counted.every(({ leaked }) => leaked === 1000),
      withoutDominators: medians(counted),
      retainerPath: String(own[0].path),
    },
  ];
  if (memlab.length > 0) {
    rows.push({ ...common, tool: 'memlab', ...medians(memlab), runs, leakFound: memlab.every(found) });
    rows.push({ ...common, tool: 'heap-snapshot-toolkit', ...medians(toolkit), runs, leakFound: toolkit.every(found) });
  }
  return rows;
}

function found({ leakFound }: Measured): boolean {
  return leakFound === true;
}

function medians(measured: readonly Measured[]) {
  return {
    cpuMs: Math.round(median(measured.map(({ cpuMs }) => cpuMs))),
    wallMs: Math.round(median(measured.map(({ wallMs }) => wallMs))),
    peakRssBytes: median(measured.map(({ peakRssBytes }) => peakRssBytes)),
  };
}
