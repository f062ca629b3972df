import type { RunResult } from '../run/result.ts';
import type { Colors } from './colors.ts';
import { titleOf } from './words.ts';

/** The runs that failed, each with every sentence about it; empty without failures. */
export function renderFailures(runs: readonly RunResult[], colors: Colors): string {
  return runs
    .filter((run) => !run.passed)
    .map((run) => {
      const details = run.failures.map(({ message }) => message).filter((message) => !says(run.reason, message));
      const log = run.verdict === 'crashed' && run.log !== null ? [`its output: ${run.log}`] : [];
      const lines = [run.reason, ...details, ...log].map((line) => `  ${line}`);
      return [`${colors.red('FAIL')} ${colors.bold(titleOf(run))}`, ...lines].join('\n');
    })
    .join('\n\n');
}

/** Whether a reason holds the message already, be it with a capital. */
function says(reason: string, message: string): boolean {
  return reason.toLowerCase().includes(message.toLowerCase());
}
