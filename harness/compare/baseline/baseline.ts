/** What is accepted for now, as it is committed: fields are added, never renamed. */
import type { Verdict } from '../../verdict/types.ts';
import type { Figure } from '../comparison.ts';

/** One run of the past. */
export interface BaselineEntry {
  /** The scenario's file, relative to the folder of the project; absent in entries older than the field. */
  file?: string;
  verdict: Verdict;
  /** What grew per iteration, by metric; what is not named did not grow. */
  growth: Record<string, Figure>;
}

export interface Baseline {
  schema: 1;
  /** By scenario, package, version and major version of Node. */
  runs: Record<string, BaselineEntry>;
}
