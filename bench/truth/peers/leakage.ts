import path from 'node:path';
import { readSnapshot } from '../../../harness/heap/index.ts';
import { formatBytes } from '../../../harness/verdict/format.ts';
import { leakageRule } from './leakage-rule.ts';
import type { Peer } from './peer.ts';
import { runTrial } from './run-trial.ts';
import type { Step } from './steps.ts';

const DIFFS = 6;
const ITERATIONS = 30;

async function heapBytes(file: string): Promise<number> {
  const { nodeSizes } = await readSnapshot(file);
  let bytes = 0;
  for (const size of nodeSizes) bytes += size;
  return bytes;
}

/**
 * npm `leakage` 0.5.0 with its defaults. Its addon no longer compiles, so its steps are taken here: a blind
 * iteration, then six times two collections, a snapshot, 30 iterations and another snapshot. What it compares is the sum
 * of the sizes of all nodes of the two. Between the end of a diff and the start of the next nothing runs: one snapshot
 * serves both.
 */
export const leakage: Peer<'leakage'> = {
  rules: ['leakage'],
  async judge({ scenario, version, place }) {
    const fileOf = (i: number) => path.join(place.directory, `${i}.heapsnapshot`);
    const look = (i: number): Step[] => [{ do: 'tick' }, { do: 'gc', times: 2 }, { do: 'snapshot', file: fileOf(i) }];
    const diff = (i: number): Step[] => [{ do: 'iterate', iterations: ITERATIONS }, ...look(i)];
    const numbers = Array.from({ length: DIFFS }, (_, i) => i + 1);
    const steps: Step[] = [{ do: 'iterate', iterations: 1 }, ...look(0), ...numbers.flatMap(diff)];
    const { async } = await runTrial(scenario, version, steps, place);
    const totals: number[] = [];
    for (const i of [0, ...numbers]) totals.push(await heapBytes(fileOf(i)));
    const diffs = numbers.map((i) => (totals[i] as number) - (totals[i - 1] as number));
    return { leakage: { leak: leakageRule(diffs, async), figure: diffs.map(formatBytes).join(', ') } };
  },
};
