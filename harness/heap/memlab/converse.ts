import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MemlabError } from './error.ts';
import { lastWords } from './last-words.ts';
import type { Answer, Task } from './message.ts';

const childFile = fileURLToPath(new URL('./child.ts', import.meta.url));

/**
 * The limit of the process's JavaScript heap in MB. Measured: a heap of 1 GB, a file of 2.2 GB, needs 12 GB; the small
 * ones stay below 2 GB.
 */
const oldSpaceMb = (fileBytes: number) => Math.max(2048, Math.ceil((6 * fileBytes) / 2 ** 20));

/** Under which the process works. */
interface Conditions {
  /** Its current folder, and its folder for temporary files. */
  workFolder: string;
  /** The size of the biggest snapshot. */
  fileBytes: number;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/**
 * Starts memlab's process, hands it the task and waits for its answer and its end.
 *
 * @throws MemlabError on abort, time-out, or when the process ends without an answer
 */
export async function converse(task: Task, { workFolder, fileBytes, timeoutMs, signal }: Conditions): Promise<Answer> {
  if (signal?.aborted) {
    throw aborted(task, signal);
  }
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = fork(childFile, [workFolder], {
    // Where memlab and puppeteer look for settings and make folders: all of it goes with the work folder.
    cwd: workFolder,
    env: { ...environment, TMPDIR: workFolder, TMP: workFolder, TEMP: workFolder },
    execArgv: [`--max-old-space-size=${oldSpaceMb(fileBytes)}`],
    // Out of reach of a Ctrl-C in the terminal: it ends with its parent, and then clears its folder.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stderr = lastWords(child.stderr);
  let answer: Answer | undefined;
  let failure: MemlabError | undefined;
  const stop = (reason: MemlabError) => {
    failure ??= reason;
    child.kill('SIGKILL');
  };
  const onAbort = () => stop(aborted(task, signal));
  const timer = setTimeout(
    () => stop(new MemlabError(`memlab did not finish within ${timeoutMs} ms on ${task.target}; give it more time.`)),
    timeoutMs,
  );
  signal?.addEventListener('abort', onAbort);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      child.on('message', (message) => {
        answer = message as Answer;
      });
      child.on('error', (error) => reject(new MemlabError(`memlab's process could not be started: ${error.message}.`)));
      child.on('close', (code, killedBy) => {
        if (failure) {
          reject(failure);
        } else if (answer) {
          resolve(answer);
        } else {
          const how = killedBy ? `was killed by ${killedBy}` : `ended with code ${code}`;
          reject(new MemlabError(`memlab's process ${how} on ${task.target} before it answered${stderr()}.`));
        }
      });
      child.send(task, (error) => error && stop(new MemlabError(`memlab's process took no task: ${error.message}.`)));
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

const aborted = (task: Task, signal: AbortSignal | undefined) =>
  new MemlabError(`The memlab analysis of ${task.target} was aborted.`, { cause: signal?.reason });
