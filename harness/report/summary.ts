import type { RunResult } from '../run/result.ts';
import type { Colors } from './colors.ts';
import { renderFailures } from './failures.ts';
import type { LeftFile } from './result-file.ts';
import { renderPhases, renderTable } from './table.ts';
import { countsLabel } from './words.ts';

/** What is printed beside the runs themselves. */
interface SummaryOptions {
  wallMs: number;
  /** The result file and the report. */
  results: LeftFile;
  report: LeftFile;
  /** Columns of the terminal. */
  width: number;
  colors: Colors;
}

function places({ results, report }: SummaryOptions): string {
  const first = 'file' in results ? `Results: ${results.file}` : `No results could be written: ${results.missing}`;
  const second = 'file' in report ? `Report:  ${report.file}` : `No report could be written: ${report.missing}`;
  return `${first}\n${second}`;
}

/** Everything that is printed once all runs have ended; the failures last. */
export function renderSummary(runs: readonly RunResult[], options: SummaryOptions): string {
  const parts = [
    renderTable(runs, options.colors, options.width),
    `Time: ${renderPhases(runs, options.wallMs)}`,
    places(options),
    renderFailures(runs, options.colors),
    countsLabel(runs),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** 0 when all passed, 3 when a run could not be completed, 1 when a threshold failed. */
export function exitCodeOf(runs: readonly RunResult[]): 0 | 1 | 3 {
  if (runs.some((run) => run.verdict === 'crashed')) return 3;
  return runs.every((run) => run.passed) ? 0 : 1;
}
