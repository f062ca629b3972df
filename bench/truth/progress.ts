import type { WriteStream } from 'node:tty';
import { leaks } from './cases.ts';
import { compare } from './compare.ts';
import type { Line } from './lines.ts';
import type { Task } from './tasks.ts';

/** One line per measurement, and on a terminal a moving one below for what is being done. */
export class Progress {
  readonly #stream: WriteStream;
  readonly #of: number;
  #ended = 0;

  constructor(stream: WriteStream, of: number) {
    this.#stream = stream;
    this.#of = of;
  }

  doing({ tool, case: { id } }: Task, { phase, done, of }: { phase: string; done: number; of: number }): void {
    if (!this.#stream.isTTY) return;
    const part = of > 1 ? ` ${done}/${of}` : '';
    this.#rewrite(`[${this.#ended}/${this.#of}] ${tool} · ${id}: ${phase}${part}`);
  }

  ended(task: Task, line: Line): void {
    this.#ended++;
    if (this.#stream.isTTY) this.#rewrite('');
    const count = `[${this.#ended}/${this.#of}]`;
    this.#stream.write(`${count} ${task.tool} · ${task.case.id}: ${told(task, line)}\n`);
  }

  #rewrite(text: string): void {
    this.#stream.cursorTo(0);
    this.#stream.clearLine(0);
    this.#stream.write(text.slice(0, this.#stream.columns - 1));
  }
}

function told(task: Task, line: Line): string {
  if ('failed' in line) return `no answer: ${line.failed}`;
  if ('run' in line) {
    const { right, why } = compare(task.case, line.run);
    return right ? `✓ ${line.run.verdict}` : `✗ ${why}`;
  }
  const isLeak = leaks(task.case);
  return Object.entries(line.answers)
    .map(([rule, { leak }]) => `${leak === isLeak ? '✓' : '✗'} ${rule}: ${leak ? 'leak' : 'no leak'}`)
    .join(', ');
}
