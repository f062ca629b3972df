import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { median } from '../median.ts';
import { type Measured, measure } from './measure.ts';

/** One line of the result: the cost of a triple, medians over the runs. */
export interface Row {
  /** Where it was measured, and on which day: costs of two machines do not compare. */
  machine: string;
  measuredAt: string;
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

/** How the script that makes the heaps holds what it leaks. */
const PLANTED_PATH = 'global.world ▸ Object.registry ▸ Map[key] ▸ Leaky';
const PLANTED_LEAKS = 1000;

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
  machine: string;
  /** Told what is being measured. */
  onStep: (step: string) => void;
}

/** Makes a heap, writes its triple into `folder` and measures every tool on it, in turns. */
export async function measureSize(request: Request): Promise<Row[]> {
  const { sizeMb, folder, runs, allPeers, tools, machine, onStep } = request;
  const withPeers = sizeMb <= MOST_FOR_PEERS_MB || allPeers;
  const v8: Measured[] = [];
  for (let run = 0; run < (withPeers ? runs : 1); run++) {
    const script = join(import.meta.dirname, 'make-heap.mjs');
    onStep(`V8 makes the heap and writes the triple, run ${run + 1}`);
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
    onStep(`steadyheap, run ${run + 1} of ${runs}`);
    own.push(await measure(join(tools, 'tool-steadyheap.mjs'), [folder]));
    counted.push(await measure(join(tools, 'tool-steadyheap.mjs'), [folder, 'count']));
    if (!withPeers) continue;
    onStep(`memlab, run ${run + 1} of ${runs}`);
    memlab.push(await measure(join(tools, 'tool-memlab.mjs'), [folder], BIG_HEAP));
    onStep(`heap-snapshot-toolkit, run ${run + 1} of ${runs}`);
    toolkit.push(await measure(join(tools, 'tool-toolkit.mjs'), [folder], BIG_HEAP));
  }
  const common = { machine, measuredAt: new Date().toISOString().slice(0, 10), sizeMb, fileBytes };
  const rows: Row[] = [
    { ...common, tool: 'v8', ...medians(v8), runs: v8.length },
    {
      ...common,
      tool: 'steadyheap',
      ...medians(own),
      runs,
      leakFound: own.every(foundWithPath) && counted.every(({ leaked }) => leaked === PLANTED_LEAKS),
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

/** Whether every planted object was found, and held as it was planted. */
export function foundWithPath({ leaked, path }: Record<string, unknown>): boolean {
  return leaked === PLANTED_LEAKS && path === PLANTED_PATH;
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
