import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with a fresh folder inside `cache`, which is removed afterwards: when the work is done or has failed, when
 * the process exits, and when Ctrl-C or a termination signal ends it. Folders that a killed process of this machine left
 * behind are removed first. The npm of a killed process may outlive it and write on; what it leaves is removed by the next.
 */
export async function withStagingFolder<Result>(cache: string, work: (folder: string) => Promise<Result>) {
  const base = join(cache, 'staging');
  mkdirSync(base, { recursive: true });
  removeAbandoned(base);
  const folder = mkdtempSync(join(base, `${hostname()},${process.pid},`));
  const onExit = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const onSignal = (signal: NodeJS.Signals) => {
    onExit();
    release();
    // A listener suppresses the signal's default effect: give it back, unless someone else handles it.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = () => {
    process.off('exit', onExit);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await work(folder);
  } finally {
    release();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function removeAbandoned(base: string): void {
  for (const name of readdirSync(base)) {
    const [host, pid] = name.split(',');
    if (host === hostname() && !isAlive(Number(pid))) rmSync(join(base, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
