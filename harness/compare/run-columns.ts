import type { RunResult } from '../run/result.ts';
import type { RunRequest } from '../run/run.ts';
import { interleaved } from './interleaved.ts';

/** Carries out one request; `index` counts from 0 in the order of the runs. */
export type Measure = (request: RunRequest, index: number) => Promise<RunResult>;

/** What came of the columns. */
export interface Ran {
  /** The results of each column, one per round that was carried out. */
  rounds: RunResult[][];
  /** What the first request that could not be carried out was rejected with; null when all were carried out. */
  failed: { reason: unknown } | null;
}

/** Runs each column `rounds` times, interleaved. What was measured is kept when other requests cannot be carried out. */
export async function runColumns(columns: readonly RunRequest[], rounds: number, measure: Measure): Promise<Ran> {
  const order = interleaved(columns.length, rounds);
  const running = order.map(({ column }, i) => measure(columns[column] as RunRequest, i));
  const settled = await Promise.allSettled(running);
  const failed = settled.find((each) => each.status === 'rejected');
  return {
    rounds: columns.map((_, column) =>
      settled.flatMap((each, i) => (each.status === 'fulfilled' && order[i]?.column === column ? [each.value] : [])),
    ),
    failed: failed === undefined ? null : { reason: failed.reason },
  };
}
