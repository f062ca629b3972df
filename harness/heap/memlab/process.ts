import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** How an analysis may be ended before its time. */
interface Conditions {
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/**
 * A process for one analysis. It loads memlab, which takes 0.2 to 0.3 s of CPU, as soon as it is started, prints nothing,
 * and works in a temporary folder that goes with it.
 */
export class MemlabProcess {
  readonly #workFolder = mkdtempSync(join(tmpdir(), 'steadyheap-memlab-'));
  readonly #oldSpaceMb: number;
  readonly #child: ChildProcess;
  readonly #stderr: () => string;
  readonly #gone: Promise<string>;

  /** @param fileBytes The size of the biggest snapshot it will be given, as far as that is known. */
  constructor(fileBytes: number) {
    this.#oldSpaceMb = oldSpaceMb(fileBytes);
    const { NODE_OPTIONS: _, ...environment } = process.env;
    const folder = this.#workFolder;
    const cache = getCompileCacheDir();
    const compiled = cache === undefined ? {} : { NODE_COMPILE_CACHE: cache };
    this.#child = fork(childFile, [folder], {
      // Where memlab and puppeteer look for settings and make folders: all of it goes with the work folder.
      cwd: folder,
      env: { ...environment, ...compiled, TMPDIR: folder, TMP: folder, TEMP: folder },
      execArgv: [`--max-old-space-size=${this.#oldSpaceMb}`],
      // Out of reach of a Ctrl-C in the terminal: it ends with its parent, and then clears its folder.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#stderr = lastWords(this.#child.stderr);
    this.#gone = new Promise((resolve) => {
      this.#child.on('error', (error) => resolve(`could not be started: ${error.message}`));
      this.#child.on('close', (code, killedBy) => {
        resolve(killedBy === null ? `ended with code ${code}` : `was killed by ${killedBy}`);
      });
    });
  }

  /** Whether its heap may grow as large as snapshots of this size need. */
  hasRoomFor(fileBytes: number): boolean {
    return oldSpaceMb(fileBytes) <= this.#oldSpaceMb;
  }

  /**
   * Hands it the task and waits for its answer and its end.
   *
   * @throws MemlabError on abort, time-out, or when the process ends without an answer
   */
  async answer(task: Task, { timeoutMs, signal }: Conditions): Promise<Answer> {
    let answer: Answer | undefined;
    let failure: MemlabError | undefined;
    const stop = (reason: MemlabError) => {
      failure ??= reason;
      this.#child.kill('SIGKILL');
    };
    const onAbort = () =>
      stop(new MemlabError(`The memlab analysis of ${task.target} was aborted.`, { cause: signal?.reason }));
    const timer = setTimeout(
      () => stop(new MemlabError(`memlab did not finish within ${timeoutMs} ms on ${task.target}; give it more time.`)),
      timeoutMs,
    );
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
    this.#child.on('message', (message) => {
      answer = message as Answer;
    });
    // Whoever is gone takes no task; that it is gone is told below.
    this.#child.send(task, () => {});
    try {
      const end = await this.#gone;
      if (failure !== undefined) throw failure;
      if (answer === undefined) {
        throw new MemlabError(`memlab's process ${end} on ${task.target} before it answered${this.#stderr()}.`);
      }
      return answer;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** Ends it, when it has not ended by itself, and removes its folder. Calling it again does nothing more. */
  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
    await rm(this.#workFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
