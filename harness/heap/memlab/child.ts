/** memlab's process: takes its work folder as argument and one task over the channel to its parent, answers and ends. */
import { rmSync } from 'node:fs';
import { analyse, loadMemlab } from './analyse.ts';
import { MemlabError } from './error.ts';
import type { Answer, Task } from './message.ts';

async function answer(task: Task): Promise<Answer> {
  try {
    const report = await analyse(task, workFolder);
    const { user, system } = process.cpuUsage();
    // maxRSS is in units of 1,024 bytes on every platform.
    return { report, cost: { cpuMs: (user + system) / 1e3, peakRssBytes: process.resourceUsage().maxRSS * 1024 } };
  } catch (error) {
    return { error: error instanceof MemlabError ? error.message : memlabComplaint(task, error) };
  }
}

function memlabComplaint({ baseline, target, final }: Task, error: unknown): string {
  const complaint = error instanceof Error ? error.message : String(error);
  return `memlab cannot analyse ${baseline}, ${target} and ${final}: ${complaint.replaceAll('\n', ' ')}`;
}

// The folder is known from the start, so that a parent that dies at any time leaves nothing.
const workFolder = process.argv[2];

function parentDied(): never {
  rmSync(workFolder, { recursive: true, force: true });
  process.exit(1);
}

process.once('disconnect', parentDied);
if (!process.connected) {
  parentDied();
}

// Before there is a task; what goes wrong is told in answer to it.
loadMemlab().catch(() => {});

process.once('message', async (task: Task) => {
  const message = await answer(task);
  // memlab's log may still be on its way to a file nobody wants: end at once.
  process.send?.(message, (error: Error | null) => (error ? parentDied() : process.exit(0)));
});
