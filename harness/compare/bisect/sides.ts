import type { RunResult } from '../../run/result.ts';
import type { Judgement } from '../comparison.ts';
import { judgeColumn, verdictOf } from '../judge-column.ts';
import { labelsOf } from '../labels.ts';
import { metricRows } from '../metric-rows.ts';
import type { Answer } from './search.ts';

/** One run against another of the same scenario. */
export function judgePair(first: RunResult, last: RunResult): Judgement {
  const columns = [[first], [last]];
  return judgeColumn(
    columns.map(verdictOf),
    labelsOf([first, last].map((run) => ({ ...run, written: null }))),
    metricRows(columns),
    1,
  );
}

const leaks = ({ verdict }: RunResult) => verdict === 'leak';

/**
 * Which end a run is like. Where one end leaks and the other does not, that alone decides; where both leak (or neither
 * does), a run is like the last when it differs from the first in the same direction, beyond noise.
 */
export function sideOf(first: RunResult, last: RunResult, run: RunResult): Answer {
  const judged = judgePair(first, run);
  if (judged.change === 'not comparable') return 'unknown';
  if (leaks(first) !== leaks(last)) return leaks(run) === leaks(first) ? 'first' : 'last';
  return judged.change === judgePair(first, last).change ? 'last' : 'first';
}
