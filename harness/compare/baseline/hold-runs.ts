import type { RunResult } from '../../run/result.ts';
import { listNames } from '../../scenario/names.ts';
import { heldAgainst, isMeasured } from './against.ts';
import type { Baseline } from './baseline.ts';
import { baselineKey } from './key.ts';

/** A run held against its entry; as it is where there is none. */
export function heldAgainstBaseline(run: RunResult, baseline: Baseline | null): RunResult {
  const entry = baseline?.runs[baselineKey(run)];
  return entry === undefined ? run : heldAgainst(run, entry);
}

/** A line about the runs that a baseline has no entry for; none without such a run, or without a baseline. */
export function withoutEntry(runs: readonly RunResult[], baseline: Baseline | null): string[] {
  if (baseline === null) return [];
  const keys = new Set(runs.filter(isMeasured).map(baselineKey));
  const missing = [...keys].filter((key) => baseline.runs[key] === undefined);
  return missing.length === 0 ? [] : [`no entry in reports/baseline.json for: ${listNames(missing)}`];
}

/** Sentences about runs that have improved since the baseline, with how to keep it that way; empty without any. */
export function improvements(runs: readonly RunResult[]): string[] {
  const better = runs.filter(({ baseline }) => baseline?.change === 'better');
  const lines = better.map((run) => `${baselineKey(run)}: ${run.baseline?.reason}`);
  if (lines.length === 0) return [];
  return [
    'Better than the baseline:',
    ...lines.map((line) => `  ${line}`),
    'steadyheap run --update-baseline keeps it that way.',
  ];
}
