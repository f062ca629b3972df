import Table from 'cli-table3';
import type { Bisection } from '../compare/bisect/bisection.ts';
import { shown } from '../verdict/shown.ts';
import type { Colors } from './colors.ts';
import { heapLabel, objectsLabel } from './words.ts';

/** What a bisection has tried, from the older end to the newer one, and what it has found. */
export function renderBisection(bisection: Bisection, colors: Colors): string {
  const { scenario, package: name, candidates, steps, summary } = bisection;
  const table = new Table({
    head: [shown(name), 'verdict', 'heap/iteration', 'objects/iteration'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'right', 'right'],
  });
  const tried = steps.toSorted((a, b) => candidates.indexOf(a.label) - candidates.indexOf(b.label));
  for (const { label: written, run, answer } of tried) {
    const label = shown(written);
    if (run === null) table.push([label, 'not installed', '-', '-']);
    else if (answer === 'unknown') table.push([label, `${run.verdict}, left out`, '-', '-']);
    else table.push([label, run.verdict, heapLabel(run), objectsLabel(run)]);
  }
  return [shown(scenario), table.toString(), colors.bold(shown(summary))].join('\n');
}
