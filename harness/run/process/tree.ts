import pidtree from 'pidtree';
import { hasEnvironment, listProcesses, type ProcessEntry } from './proc.ts';

const onLinux = process.platform === 'linux';

/** The processes below some others, their own pids left out. */
export function descendants(entries: readonly ProcessEntry[], roots: ReadonlySet<number>): number[] {
  const children = new Map<number, ProcessEntry[]>();
  for (const entry of entries) {
    const siblings = children.get(entry.parent);
    if (siblings === undefined) children.set(entry.parent, [entry]);
    else siblings.push(entry);
  }
  const found: number[] = [];
  const queue = [...roots];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    for (const child of children.get(pid) ?? []) {
      if (roots.has(child.pid)) continue;
      queue.push(child.pid);
      if (!child.zombie) found.push(child.pid);
    }
  }
  return found;
}

/**
 * Every live process that `pid` has started, and that those have started. A process whose parent has died is no longer
 * below it; on Linux it is still found by the mark that all of them carry in their environment.
 */
export async function processesOf(pid: number, mark: string): Promise<number[]> {
  if (!onLinux) return pidtree(pid).catch(() => []);
  const entries = listProcesses();
  const below = new Set(descendants(entries, new Set([pid])));
  // What is older than the subject is none of its; reading the environment of 150 processes takes 2 ms a sample.
  const since = entries.find((entry) => entry.pid === pid)?.startedAt ?? 0;
  const strays = entries.filter(
    (entry) =>
      entry.pid !== pid &&
      entry.startedAt >= since &&
      !entry.zombie &&
      !below.has(entry.pid) &&
      hasEnvironment(entry.pid, mark),
  );
  const strayPids = new Set(strays.map((stray) => stray.pid));
  return [...below, ...strayPids, ...descendants(entries, strayPids)].sort((a, b) => a - b);
}

/** Ends a process and everything it has started, at once and for good. */
export async function killTree(pid: number, mark: string): Promise<void> {
  // What is killed may have started something in the meantime, so look again until nothing is left.
  for (let round = 0; round < 5; round++) {
    const pids = [...(await processesOf(pid, mark)), pid];
    let alive = 0;
    for (const each of pids) {
      try {
        process.kill(each, 'SIGKILL');
        alive++;
      } catch {}
    }
    if (alive === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
