import type { ChildProcess } from 'node:child_process';
import pidtree from 'pidtree';

/** Ends a process and everything it has started: npm ends its shell, and not what that one runs. */
export async function stopTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const pids = await pidtree(child.pid, { root: true }).catch(() => []);
  for (const pid of pids) {
    try {
      process.kill(pid);
    } catch {
      // It has ended by itself meanwhile.
    }
  }
  // For when the processes could not be listed, as where there is no `ps`: then npm at least is ended.
  child.kill();
}
