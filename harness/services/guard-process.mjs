// Waits until its standard input closes, then cleans up; started by guard.ts, which describes the argument.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';

/** @type {import('./guard.ts').CleanUp} */
const cleanUp = JSON.parse(process.argv[2]);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

process.stdin.resume().on('close', () => {
  for (const { file, args, uid, gid } of cleanUp.commands) {
    spawnSync(file, args, { stdio: 'ignore', cwd: '/', timeout: 20_000, uid, gid });
  }
  if (cleanUp.argument) killStartedWith(cleanUp.argument);
  for (const folder of cleanUp.folders) {
    // A server that is still writing its last file makes the first attempt fail.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
});

/** @param {string} argument */
function killStartedWith(argument) {
  for (const { pid, words } of commandLines()) {
    if (!words.includes(argument)) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in the meantime.
    }
  }
}

/** @returns {{ pid: number; words: string[] }[]} of every process; empty on Windows, which has neither source */
function commandLines() {
  if (existsSync('/proc/self/cmdline')) {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map((pid) => ({ pid: Number(pid), words: readCommandLine(pid).split('\0') }));
  }
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').map((line) => ({ pid: Number.parseInt(line, 10), words: line.split(' ') }));
}

/** @param {string} pid */
function readCommandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
