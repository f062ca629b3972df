import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { Answers, Question, Reply, SubjectFailure } from '../subject/protocol.ts';
import { openDescriptors, peakResidentBytes, residentBytes } from './process/proc.ts';
import { killTree, processesOf } from './process/tree.ts';

/** The subject died, hung or failed; `failure` says what it was doing. */
export class SubjectError extends Error {
  override name = 'SubjectError';
  readonly failure: SubjectFailure;
  constructor(failure: SubjectFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export interface SubjectOptions {
  /** The Node binary. */
  node: string;
  /** Flags for it, steadyheap's own included. */
  flags: readonly string[];
  /** The compiled subject program. */
  program: string;
  env: Record<string, string>;
  cwd: string;
  /** File that receives what the subject prints. */
  log: string;
}

/** What the parent reads of the subject's process tree, from outside. */
export interface OutsideNumbers {
  rssBytes: number;
  fds: number;
  /** Child processes, the whole tree. */
  processes: number;
  /** Their resident bytes together. */
  processesRssBytes: number;
}

const MARK = 'STEADYHEAP_SUBJECT';

/** What a subject inherits: not what is meant for the process that measures it, or two front doors would differ. */
function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, NODE_V8_COVERAGE, ...rest } = env;
  // Vitest sets these in its workers, NODE_ENV to `test` among them.
  if (rest.VITEST === undefined) return rest;
  const ofVitest = new Set(['NODE_ENV', 'TEST', 'DEV', 'PROD', 'SSR', 'MODE', 'BASE_URL']);
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('VITEST') && !ofVitest.has(name)));
}

/** A running subject. Questions are asked one at a time. */
export class SubjectProcess {
  readonly #child: ChildProcess;
  readonly #channel: Socket;
  readonly #mark: string;
  #received = '';
  #waiting: { resolve(reply: Reply): void; reject(error: Error): void } | null = null;
  #gone: SubjectFailure | null = null;
  #asked = 'start';

  constructor(options: SubjectOptions) {
    const id = randomUUID();
    this.#mark = `${MARK}=${id}`;
    const log = openSync(options.log, 'w');
    this.#child = spawn(options.node, ['--expose-gc', ...options.flags, options.program], {
      cwd: options.cwd,
      env: { ...inherited(process.env), ...options.env, [MARK]: id },
      stdio: ['ignore', log, log, 'pipe'],
    });
    closeSync(log);
    this.#channel = this.#child.stdio[3] as Socket;
    this.#channel.setEncoding('utf8');
    this.#channel.on('data', (text: string) => this.#receive(text));
    this.#channel.on('error', () => {});
    this.#child.on('error', (error) => this.#end(`the subject could not be started: ${error.message}`));
    this.#child.on('close', (code, signal) => {
      this.#end(signal === null ? `the process exited with code ${code}` : `the process was killed by ${signal}`);
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Asks, and waits for the answer. Rejects with a SubjectError when there will be none. */
  async ask<Name extends Question['do']>(question: Extract<Question, { do: Name }>): Promise<Answers[Name]> {
    this.#asked = question.do;
    const reply = await new Promise<Reply>((resolve, reject) => {
      if (this.#gone !== null) {
        reject(new SubjectError(this.#gone));
        return;
      }
      this.#waiting = { resolve, reject };
      this.#channel.write(`${JSON.stringify(question)}\n`);
    });
    if ('failure' in reply) throw new SubjectError(reply.failure);
    return reply.ok as Answers[Name];
  }

  /** Numbers that are read while the subject waits for the next question. */
  async lookFromOutside(): Promise<OutsideNumbers> {
    const children = await processesOf(this.pid, this.#mark);
    return {
      rssBytes: residentBytes(this.pid),
      fds: openDescriptors(this.pid),
      processes: children.length,
      processesRssBytes: children.reduce((sum, child) => sum + residentBytes(child), 0),
    };
  }

  /** The most memory the subject itself has had resident, bytes. */
  peakRssBytes(): number {
    return peakResidentBytes(this.pid);
  }

  /** Ends the subject and everything it has started. */
  async kill(): Promise<void> {
    if (this.pid !== 0) await killTree(this.pid, this.#mark);
    this.#channel.destroy();
  }

  #receive(text: string): void {
    this.#received += text;
    for (let newline = this.#received.indexOf('\n'); newline >= 0; newline = this.#received.indexOf('\n')) {
      const line = this.#received.slice(0, newline);
      this.#received = this.#received.slice(newline + 1);
      const reply = JSON.parse(line) as Reply;
      if ('failure' in reply) this.#gone ??= reply.failure;
      this.#waiting?.resolve(reply);
      this.#waiting = null;
    }
  }

  #end(message: string): void {
    this.#gone ??= { during: this.#asked, kind: 'exit', message, stack: null };
    this.#waiting?.reject(new SubjectError(this.#gone));
    this.#waiting = null;
  }
}
