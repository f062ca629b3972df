import Table from 'cli-table3';
import type { Bisection } from '../compare/bisect/bisection.ts';
import type { Colors } from './colors.ts';
import { heapLabel, objectsLabel } from './words.ts';

/** What a bisection has tried, from the older end to the newer one, and what it has found. */
export function renderBisection(bisection: Bisection, colors: Colors): string {
  const { scenario, package: name, candidates, steps, summary } = bisection;
  const table = new Table({
    head: [name, 'verdict', 'heap/iteration', 'objects/iteration'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'right', 'right'],
  });
  const tried = steps.toSorted((a, b) => candidates.indexOf(a.label) - candidates.indexOf(b.label));
  for (const { label, run, answer } of tried) {
    if (run === null) table.push([label, 'not installed', '-', '-']);
    else if (answer === 'unknown') table.push([label, `${run.verdict}, left out`, '-', '-']);
    else table.push([label, run.verdict, heapLabel(run), objectsLabel(run)]);
  }
  return [scenario, table.toString(), colors.bold(summary)].join('\n');
}
