import { createLogUpdate } from 'log-update';
import type { Progress } from '../run/recorder.ts';
import type { RunResult } from '../run/result.ts';
import type { Colors } from './colors.ts';
import { heapLabel, paintFor, secondsLabel, titleOf, verdictLabel } from './words.ts';

/** Where a run is. */
export interface Activity extends Progress {
  title: string;
}

/** One line per ended run, and on a terminal a moving one below for what is being done. */
export class LiveReport {
  readonly #stream: NodeJS.WriteStream;
  readonly #colors: Colors;
  readonly #update: ReturnType<typeof createLogUpdate> | null;
  #of: number | null = null;
  readonly #active = new Map<string, Activity & { since: number }>();
  #ended = 0;
  #ticker: NodeJS.Timeout | null = null;

  constructor(stream: NodeJS.WriteStream, colors: Colors) {
    this.#stream = stream;
    this.#colors = colors;
    this.#update = stream.isTTY ? createLogUpdate(stream) : null;
  }

  /** Tells how many runs there will be. */
  expect(runs: number): void {
    this.#of = runs;
  }

  /** A run has come to a phase. */
  progress(id: string, activity: Activity): void {
    const since = this.#active.get(id)?.since ?? performance.now();
    this.#active.set(id, { ...activity, since });
    this.#ticker ??= this.#update === null ? null : setInterval(() => this.#draw(), 250).unref();
    this.#draw();
  }

  /** A run has ended. */
  ended(id: string, run: RunResult): void {
    this.#active.delete(id);
    this.#ended++;
    const paint = paintFor(run, this.#colors);
    const mark = run.passed ? '✓' : '✗';
    const figures = `${heapLabel(run)}/iteration, ${secondsLabel(run.cost.wallMs)}`;
    this.line(`${paint(`${mark} ${titleOf(run)}: ${verdictLabel(run)}`)} ${this.#colors.dim(figures)}`);
  }

  /** A line above the moving one. */
  line(text: string): void {
    this.#update?.clear();
    this.#stream.write(`${text}\n`);
    this.#draw();
  }

  /** Nothing moves any more. */
  stop(): void {
    if (this.#ticker !== null) clearInterval(this.#ticker);
    this.#ticker = null;
    this.#update?.clear();
    // Shows the cursor again.
    this.#update?.done();
  }

  #draw(): void {
    if (this.#update === null || this.#active.size === 0) return;
    const count = this.#of === null ? '' : `[${this.#ended}/${this.#of}] `;
    const lines = [...this.#active.values()].map(({ title, phase, done, of, since }) => {
      const part = of > 1 ? ` ${done}/${of}` : '';
      return this.#colors.dim(`${count}${title}: ${phase}${part}, ${secondsLabel(performance.now() - since)}`);
    });
    this.#update(lines.join('\n'));
  }
}
