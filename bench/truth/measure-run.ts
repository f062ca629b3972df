import path from 'node:path';
import type { DescribedScenario } from '../../harness/run/describe-scenario.ts';
import type { Progress } from '../../harness/run/recorder.ts';
import type { RunRequest } from '../../harness/run/run.ts';
import type { Runner } from '../../harness/run/runner.ts';
import { type Line, recordOf } from './lines.ts';
import type { Task } from './tasks.ts';

/** A scenario without its known leaks: nothing tells the detector what there is to find. */
function blind({ name, file, fields }: DescribedScenario): DescribedScenario {
  const { known: _, ...rest } = fields;
  return { name, file, fields: rest };
}

/** What measuring may use. */
export interface RunTools {
  runner: Runner;
  /** Folder that receives what the subjects print. */
  logs: string;
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Measures a case with steadyheap, as `steadyheap run` would. A run that cannot be started is a line that says why. */
export async function measureRun(
  { tool, repetition, case: { id, version } }: Task,
  scenario: DescribedScenario,
  { runner, logs, signal, onProgress }: RunTools,
): Promise<Line> {
  const request: RunRequest = { scenario: blind(scenario), version, mode: 'exact', node: process.execPath };
  const log = path.join(logs, `${id.replaceAll('/', '-')}.${repetition}.log`);
  try {
    const result = await runner.run(request, { log, signal, onProgress });
    // A run that is broken off may look as if it had crashed.
    signal.throwIfAborted();
    return { tool, id, repetition, run: recordOf(result) };
  } catch (error) {
    signal.throwIfAborted();
    return { tool, id, repetition, failed: (error as Error).message };
  }
}
