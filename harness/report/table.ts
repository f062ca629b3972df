import Table from 'cli-table3';
import type { RunResult } from '../run/result.ts';
import type { Colors } from './colors.ts';
import { handlesLabel, heapLabel, objectsLabel, packageLabel, paintFor, secondsLabel, verdictLabel } from './words.ts';

/** The runs as a table. */
export function renderTable(runs: readonly RunResult[], colors: Colors): string {
  const table = new Table({
    head: ['scenario', 'package', 'verdict', 'heap/iteration', 'objects/iteration', 'handles/iteration', 'time'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'right'],
  });
  for (const run of runs) {
    const paint = paintFor(run, colors);
    table.push([
      run.scenario,
      packageLabel(run),
      paint(verdictLabel(run)),
      heapLabel(run),
      objectsLabel(run),
      handlesLabel(run),
      secondsLabel(run.cost.wallMs),
    ]);
  }
  return table.toString();
}

/** What the time went into, over all runs. */
export function renderPhases(runs: readonly RunResult[], wallMs: number): string {
  const sum = (read: (cost: RunResult['cost']) => number) => runs.reduce((total, { cost }) => total + read(cost), 0);
  const phases = [
    ['subjects', sum((cost) => cost.wallMs)],
    ['of that work', sum((cost) => cost.workMs)],
    ['snapshots', sum((cost) => cost.snapshotMs)],
    ['analysis', sum((cost) => cost.analysisMs)],
    ['memlab (beside the next subject)', sum((cost) => cost.memlabMs)],
    ['all', wallMs],
  ] as const;
  return phases.map(([name, ms]) => `${name} ${secondsLabel(ms)}`).join(', ');
}
