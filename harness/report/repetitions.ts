import type { RunResult } from '../run/result.ts';
import { formatBytes } from '../verdict/format.ts';
import { shown } from '../verdict/shown.ts';
import { packageLabel } from './words.ts';

function repetitionsOf(runs: readonly RunResult[]): Map<string, RunResult[]> {
  return Map.groupBy(runs, (run) => `${run.scenario} · ${packageLabel(run)} · ${run.node}`);
}

function verdictsOf(repetitions: readonly RunResult[]): string[] {
  return [...new Set(repetitions.map(({ verdict }) => verdict))];
}

/** The scenarios and versions whose repetitions ended with different verdicts: a fault of the harness or the scenario. */
export function disagreements(runs: readonly RunResult[]): string[] {
  return [...repetitionsOf(runs)].filter(([, each]) => verdictsOf(each).length > 1).map(([title]) => title);
}

/** One line per scenario and version: whether its repetitions agree in verdict and in growth. */
export function renderRepetitions(runs: readonly RunResult[]): string {
  return [...repetitionsOf(runs)]
    .map(([title, repetitions]) => {
      const verdicts = verdictsOf(repetitions);
      const rates = repetitions.map(({ growth }) => growth.heapBytes);
      const [least, most] = [Math.min(...rates), Math.max(...rates)];
      const growth =
        least === most ? `${formatBytes(least)} each time` : `${formatBytes(least)} to ${formatBytes(most)}`;
      return `${shown(title)}: ${repetitions.length} times ${verdicts.join(' or ')}, ${growth}`;
    })
    .join('\n');
}
