import type { RunResult } from '../../run/result.ts';
import { heldAgainst, isMeasured } from './against.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { entryOf } from './entry.ts';
import { baselineKey } from './key.ts';

/**
 * An entry that still describes the run keeps its figures to the letter: a diff shows what has changed, and nothing
 * else.
 */
function nextEntry(run: RunResult, before: BaselineEntry | undefined): BaselineEntry {
  const same = before?.verdict === run.verdict && heldAgainst(run, before).baseline?.change === 'within noise';
  return same && before !== undefined ? { ...before, file: run.file } : entryOf(run);
}

/**
 * A baseline with the entries of these runs in place of their earlier ones, sorted. Runs without a verdict leave the
 * entry as it was. Of several runs of one key, the last counts.
 */
export function updated(baseline: Baseline, runs: readonly RunResult[]): Baseline {
  const entries = new Map(Object.entries(baseline.runs));
  for (const run of runs.filter(isMeasured)) {
    const key = baselineKey(run);
    entries.set(key, nextEntry(run, entries.get(key)));
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return { schema: 1, runs: Object.fromEntries(sorted) };
}
