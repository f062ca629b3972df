// Waits until its standard input closes, then cleans up; started by guard.ts, which describes the argument.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** @type {import('./guard.ts').CleanUp} */
const cleanUp = JSON.parse(process.argv[2]);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

process.stdin.resume().on('close', () => {
  for (const { file, args, uid, gid } of cleanUp.commands) {
    spawnSync(file, args, { stdio: 'ignore', cwd: '/', timeout: 20_000, uid, gid });
  }
  for (const folder of cleanUp.folders) {
    // A server that is still writing its last file makes the first attempt fail.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
});
