import path from 'node:path';
import { type DescribedScenario, describeScenario } from '../../harness/run/describe-scenario.ts';
import { Runner } from '../../harness/run/runner.ts';
import type { Line } from './lines.ts';
import { measurePeer } from './measure-peer.ts';
import { measureRun } from './measure-run.ts';
import type { Progress } from './progress.ts';
import { OURS, type Task } from './tasks.ts';

/** Runs under way at a time: one subject, and the conclusions of the one before it. */
const AT_A_TIME = 2;

export interface MeasureOptions {
  /** The folder that holds `scenarios` and `packages-under-test`. */
  root: string;
  signal: AbortSignal;
  progress: Progress;
  /** Given each line as soon as it is measured. */
  onLine(line: Line): void;
}

/** Does the tasks in their order. Rejects when aborted; the lines so far have been given. */
export async function measureAll(tasks: readonly Task[], options: MeasureOptions): Promise<void> {
  const { root, signal, progress, onLine } = options;
  const runner = new Runner(root);
  const logs = path.join(root, 'reports', 'logs', 'truth');
  const described = new Map<string, Promise<DescribedScenario>>();
  const describe = (file: string) => {
    const description = described.get(file) ?? describeScenario(file);
    described.set(file, description);
    return description;
  };
  const measure = async (task: Task): Promise<void> => {
    const scenario = await describe(task.case.file);
    signal.throwIfAborted();
    const onProgress = (at: { phase: string; done: number; of: number }) => progress.doing(task, at);
    onProgress({ phase: 'start', done: 0, of: 1 });
    const line =
      task.tool === OURS
        ? await measureRun(task, scenario, { runner, logs, signal, onProgress })
        : await measurePeer(task, scenario, { root, signal });
    onLine(line);
    progress.ended(task, line);
  };
  try {
    const ours = tasks.filter(({ tool }) => tool === OURS).values();
    const inTurn = async () => {
      for (const task of ours) await measure(task);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, inTurn));
    // A peer works alone, as a test that uses it does.
    for (const task of tasks) if (task.tool !== OURS) await measure(task);
  } finally {
    await runner.close();
  }
}
