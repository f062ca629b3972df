import path from 'node:path';
import type { LiveReport } from '../report/live.ts';
import { logFileOf } from '../run/log-file.ts';
import type { Progress } from '../run/recorder.ts';
import type { RunResult } from '../run/result.ts';
import type { RunOptions, RunRequest } from '../run/run.ts';
import { Runner } from '../run/runner.ts';
import type { World } from './world.ts';

function titleOfRequest({ scenario, version }: RunRequest): string {
  return version === null ? scenario.name : `${scenario.name} · ${version}`;
}

/**
 * Runs requests one after the other with their progress shown, and their logs in `out`.
 *
 * @param judge What a result is held against before anybody sees it.
 */
export function measuring(
  { cwd, signal }: World,
  live: LiveReport,
  out: string,
  judge = (run: RunResult): RunResult => run,
) {
  const runner = new Runner(cwd);
  const relativeTo = (file: string) => path.relative(cwd, file).split(path.sep).join('/');
  return {
    /** `index` tells apart the runs of one version. File names in the result are relative to the working folder. */
    async measure(request: RunRequest, index: number): Promise<RunResult> {
      const title = titleOfRequest(request);
      const onProgress = (progress: Progress) => live.progress(String(index), { title, ...progress });
      const result = judge(await runner.run(request, { log: logFileOf(out, request, index), signal, onProgress }));
      live.ended(String(index), result);
      return { ...result, file: relativeTo(result.file), log: result.log === null ? null : relativeTo(result.log) };
    },
    /** Has something start one more subject for a request that was measured. */
    second<Answer>(request: RunRequest, start: (options: RunOptions) => Promise<Answer>): Promise<Answer> {
      const title = `${titleOfRequest(request)} (second pass, for the cause)`;
      const onProgress = (progress: Progress) => live.progress('second', { title, ...progress });
      const log = logFileOf(out, request, 0).replace(/\.log$/, '.explain.log');
      return runner.alone(request, { log, signal, onProgress }, start);
    },
    /** Ends what was started for the runs. */
    async close(): Promise<void> {
      live.stop();
      await runner.close();
    },
  };
}
