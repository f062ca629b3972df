import type { RunResult } from '../../run/result.ts';
import { counted } from '../counted.ts';
import { isMeasured } from './against.ts';
import type { Baseline } from './baseline.ts';
import { baselineKey } from './key.ts';

/** A line about what a baseline has accepted of these runs, and how many fail all the same. */
export function acceptance(runs: readonly RunResult[], next: Baseline): string {
  const measured = runs.filter(isMeasured);
  const keys = new Set(measured.map(baselineKey));
  const figures = [...keys].reduce((sum, key) => sum + Object.keys(next.runs[key]?.growth ?? {}).length, 0);
  const accepted = `accepted ${counted(figures, 'figure')} that ${figures === 1 ? 'grows' : 'grow'}`;
  const failing = measured.filter(({ passed }) => !passed).length;
  if (failing === 0) return accepted;
  const still = `${counted(failing, 'run')} still ${failing === 1 ? 'fails its' : 'fail their'} thresholds`;
  return `${accepted}; ${still}, which decide as before`;
}
