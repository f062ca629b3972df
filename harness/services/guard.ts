import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What must happen when a service ends, in this order. */
export interface CleanUp {
  /** Commands to run one after the other; how they end does not matter. */
  commands: { file: string; args: string[]; uid?: number; gid?: number }[];
  /** Kills every process that was started with this argument. */
  argument?: string;
  /** Folders to remove afterwards. */
  folders: string[];
}

/** A process that waits to clean up. */
export interface Guard {
  /** Cleans up now, and resolves when that is done. Calling it again waits for the same. */
  release(): Promise<void>;
}

/**
 * Starts a process that carries out `cleanUp` when `release` is called or when this process is gone, however it went:
 * the pipe between the two closes even after SIGKILL. It leads a session of its own, so that Ctrl-C does not reach it.
 */
export async function startGuard(cleanUp: CleanUp): Promise<Guard> {
  const script = fileURLToPath(new URL('guard-process.mjs', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(cleanUp)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  const gone = once(child, 'exit');
  await once(child, 'spawn');
  return {
    async release() {
      child.stdin?.end();
      await gone;
    },
  };
}
