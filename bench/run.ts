// Wall time of a whole `steadyheap run` over that of the bare loop and V8's own snapshots: node bench/run.ts [--runs 5]
// [--json FILE] [--save]. The two take turns, so that what disturbs the machine disturbs both.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import type { ResultFile } from '../harness/run/result.ts';
import { median } from './median.ts';
import { orRefuse } from './or-refuse.ts';
import { timingOptions } from './timing-options.ts';

const COMMAND = 'bench:run';
const { runs, json, save } = orRefuse(COMMAND, () => timingOptions(COMMAND, process.argv.slice(2)));
const root = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), 'steadyheap-bench-'));
const results = path.join(folder, 'results.json');
const bench = (file: string) => path.join(import.meta.dirname, 'run', file);
const bare = [bench('bare.ts'), folder];
const cli = path.join(root, 'harness', 'cli', 'steadyheap.mjs');
const whole = [cli, 'run', bench('small.scenario.ts'), '--out', folder, '--json', results];

/** Milliseconds a command takes from start to end. */
function wallMs(args: string[]): number {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - startedAt;
}

try {
  const rounds = Array.from({ length: runs }, () => {
    const bareMs = wallMs(bare);
    const wholeMs = wallMs(whole);
    const [run] = (JSON.parse(readFileSync(results, 'utf8')) as ResultFile).runs;
    return { bareMs, wholeMs, ...run?.cost };
  });
  const of = (read: (round: (typeof rounds)[number]) => number | undefined) =>
    median(rounds.map((round) => read(round) ?? 0));
  const row = {
    bareMs: of((round) => round.bareMs),
    wholeMs: of((round) => round.wholeMs),
    subjectMs: of((round) => round.wallMs),
    workMs: of((round) => round.workMs),
    snapshotMs: of((round) => round.snapshotMs),
    analysisMs: of((round) => round.analysisMs),
    memlabMs: of((round) => round.memlabMs),
  };
  const ratio = row.wholeMs / row.bareMs;
  const machine = `Node ${process.version}, ${process.platform}-${process.arch}, ${cpus().length} CPUs`;
  const rounded = Object.fromEntries(Object.entries(row).map(([name, ms]) => [name, Math.round(ms)]));
  console.log(`${machine}, medians of ${runs}`);
  console.table({ ms: rounded });
  console.log(`steadyheap run over bare loop and snapshots: ${ratio.toFixed(2)}`);
  const text = `${JSON.stringify({ machine, runs, ...rounded, ratio: Number(ratio.toFixed(2)) }, null, 2)}\n`;
  if (json !== null) writeFileSync(json, text);
  if (save) {
    mkdirSync(path.join(import.meta.dirname, 'results'), { recursive: true });
    writeFileSync(path.join(import.meta.dirname, 'results', 'run.json'), text);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
