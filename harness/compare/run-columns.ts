import type { RunResult } from '../run/result.ts';
import type { RunRequest } from '../run/run.ts';
import { interleaved } from './interleaved.ts';

/** Carries out one request; `index` counts from 0 in the order of the runs. */
export type Measure = (request: RunRequest, index: number) => Promise<RunResult>;

/** The results of one column, one per round. */
export type Rounds = [RunResult, ...RunResult[]];

/**
 * Runs each column `rounds` times, interleaved. When runs fail to start, those that did not are waited for before it
 * rejects.
 */
export async function runColumns(columns: readonly RunRequest[], rounds: number, measure: Measure): Promise<Rounds[]> {
  const order = interleaved(columns.length, rounds);
  const running = order.map(({ column }, i) => measure(columns[column] as RunRequest, i));
  const settled = await Promise.allSettled(running);
  const results = settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
  return columns.map((_, column) => results.filter((_result, i) => order[i]?.column === column) as Rounds);
}
