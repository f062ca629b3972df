import type { RunResult } from '../../../harness/run/result.ts';
import { gaugePhrase } from './gauges.ts';

/** Heap and external memory, per iteration: the typical batch, in which no table happened to grow. */
export function bytesOf({ growth }: RunResult): number {
  return growth.heapBytes + growth.externalBytes;
}

/** What a run measured, and how the gauges that matter went, in a few words. */
export function phrase(run: RunResult, gauges: readonly string[]): string {
  return [grown(run), ...gauges.map((name) => gaugePhrase(run, name))].join('; ');
}

function grown(run: RunResult): string {
  const { verdict, growth, drainSeconds, classes } = run;
  if (verdict !== 'leak' && verdict !== 'draining') return verdict;
  const others = Object.entries({ ...growth.handles, processes: growth.processes })
    .filter(([, rate]) => rate > 0)
    .map(([type, rate]) => `${Number(rate.toFixed(2))} ${type}`);
  const amounts = [`${Math.round(bytesOf(run)).toLocaleString('en')} B`, ...others].join(', ');
  if (verdict === 'draining') return `draining, ${amounts} an iteration, gone after ${drainSeconds?.toFixed(0)} s`;
  const path = classes[0]?.retainerPath.slice(0, -1).slice(-3).join(' ▸ ');
  return `leak, ${amounts} an iteration${path ? `, kept by \`${path}\`` : ''}`;
}
