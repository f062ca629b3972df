import type { RunResult } from '../run/result.ts';
import { formatBytes } from '../verdict/format.ts';
import { packageLabel } from './words.ts';

/** One line per scenario and version: whether its repetitions agree in verdict and in growth. */
export function renderRepetitions(runs: readonly RunResult[]): string {
  const groups = Map.groupBy(runs, (run) => `${run.scenario} · ${packageLabel(run)} · ${run.node}`);
  return [...groups]
    .map(([title, repetitions]) => {
      const verdicts = [...new Set(repetitions.map(({ verdict }) => verdict))];
      const rates = repetitions.map(({ growth }) => growth.heapBytes);
      const [least, most] = [Math.min(...rates), Math.max(...rates)];
      const growth =
        least === most ? `${formatBytes(least)} each time` : `${formatBytes(least)} to ${formatBytes(most)}`;
      return `${title}: ${repetitions.length} times ${verdicts.join(' or ')}, ${growth}`;
    })
    .join('\n');
}
