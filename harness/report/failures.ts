import type { RunResult } from '../run/result.ts';
import { shown } from '../verdict/shown.ts';
import type { Colors } from './colors.ts';
import { sentencesOf, titleOf } from './words.ts';

/** The runs that failed, each with every sentence about it and its cause; empty without failures. */
export function renderFailures(runs: readonly RunResult[], colors: Colors): string {
  return runs
    .filter((run) => !run.passed)
    .map((run) => {
      const log = run.verdict === 'crashed' && run.log !== null ? [`its output: ${run.log}`] : [];
      const lines = [...sentencesOf(run), ...(run.cause ?? []), ...log].map((line) => `  ${shown(line)}`);
      return [`${colors.red('FAIL')} ${colors.bold(shown(titleOf(run)))}`, ...lines].join('\n');
    })
    .join('\n\n');
}
