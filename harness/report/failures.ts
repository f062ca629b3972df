import type { RunResult } from '../run/result.ts';
import type { Colors } from './colors.ts';
import { packageLabel } from './words.ts';

/** The runs that failed, each with every sentence about it; empty without failures. */
export function renderFailures(runs: readonly RunResult[], colors: Colors): string {
  return runs
    .filter((run) => !run.passed)
    .map((run) => {
      const title = run.package === null ? run.scenario : `${run.scenario} · ${packageLabel(run)}`;
      const details = run.failures
        .map(({ message }) => message)
        .filter((message) => !sameSentence(message, run.reason));
      const log = run.verdict === 'crashed' && run.log !== null ? [`its output: ${run.log}`] : [];
      const lines = [run.reason, ...details, ...log].map((line) => `  ${line}`);
      return [`${colors.red('FAIL')} ${colors.bold(title)}`, ...lines].join('\n');
    })
    .join('\n\n');
}

function sameSentence(message: string, reason: string): boolean {
  return reason.toLowerCase().startsWith(message.toLowerCase());
}
