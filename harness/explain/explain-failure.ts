import type { RunResult } from '../run/result.ts';
import type { RunOptions, RunRequest } from '../run/run.ts';
import { explain, hasCause } from './explain.ts';
import { type ExplainedRun, explained } from './explained-run.ts';
import { PassError } from './pass/pass-error.ts';

/**
 * A failed run with all that its explanation tells. As it was when it has passed,
 * when nothing has grown, or when the second pass fails: the verdict stands without it.
 *
 * @param start Has the second pass start its subject when no other is measured.
 */
export async function withCause(
  request: RunRequest,
  run: RunResult,
  cwd: string,
  start: <Answer>(pass: (options: RunOptions) => Promise<Answer>) => Promise<Answer>,
): Promise<ExplainedRun> {
  if (run.passed || run.verdict === 'crashed' || !hasCause(run)) return run;
  try {
    return explained(run, await start((options) => explain(request, run, options)), cwd);
  } catch (error) {
    if (error instanceof PassError) return run;
    throw error;
  }
}
