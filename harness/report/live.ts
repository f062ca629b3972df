import { createLogUpdate } from 'log-update';
import type { Progress } from '../run/recorder.ts';
import type { RunResult } from '../run/result.ts';
import { shown } from '../verdict/shown.ts';
import type { Colors } from './colors.ts';
import { phaseLabel } from './phase-label.ts';
import { heapLabel, paintFor, secondsLabel, titleOf, verdictLabel } from './words.ts';

/** Where a run is. */
export interface Activity extends Progress {
  title: string;
}

/** What is known of an activity beside where it is. */
interface Watched extends Activity {
  /** When its run began, and when its phase did, with what had been done of it then. */
  since: number;
  phaseSince: number;
  phaseDone: number;
}

/** How often a log is told where a long run is, in milliseconds. */
const LOG_EVERY = 15_000;
/** Milliseconds to come that are told: less is over before it has been read. */
const WORTH_TELLING = 10_000;

/**
 * One line per ended run. On a terminal a moving one below tells what is being done; in a log, and on a terminal that
 * says it has no rows, there is a line when a run starts, and one now and then while it lasts.
 */
export class LiveReport {
  readonly #stream: NodeJS.WriteStream;
  readonly #colors: Colors;
  readonly #update: ReturnType<typeof createLogUpdate> | null;
  readonly #now: () => number;
  #of: number | null = null;
  readonly #active = new Map<string, Watched>();
  #ended = 0;
  #startedAt: number | null = null;
  #loggedAt = 0;
  #ticker: NodeJS.Timeout | null = null;

  /** @param now Milliseconds of a clock that never goes back. */
  constructor(stream: NodeJS.WriteStream, colors: Colors, now = () => performance.now()) {
    this.#stream = stream;
    this.#colors = colors;
    this.#now = now;
    this.#update = stream.isTTY && stream.rows !== 0 ? createLogUpdate(stream) : null;
  }

  /** Tells how many runs there will be. */
  expect(runs: number): void {
    this.#of = runs;
  }

  /** A run has come to a phase. */
  progress(id: string, activity: Activity): void {
    const now = this.#now();
    this.#startedAt ??= now;
    const started = this.#active.get(id);
    const phase = started?.phase === activity.phase ? started : { phaseSince: now, phaseDone: activity.done };
    const { phaseSince, phaseDone } = phase;
    this.#active.set(id, { ...activity, since: started?.since ?? now, phaseSince, phaseDone });
    this.#ticker ??= this.#update === null ? null : setInterval(() => this.#draw(), 250).unref();
    if (this.#update === null) this.#log(id, started === undefined, now);
    this.#draw();
  }

  /** A run has ended. */
  ended(id: string, run: RunResult): void {
    this.#active.delete(id);
    this.#ended++;
    const paint = paintFor(run, this.#colors);
    const mark = run.passed ? '✓' : '✗';
    const figures = `${heapLabel(run)}/iteration, ${secondsLabel(run.cost.wallMs)}`;
    this.#print(`${paint(`${mark} ${shown(titleOf(run))}: ${verdictLabel(run)}`)} ${this.#colors.dim(figures)}`);
  }

  /** A line above the moving one, whatever is in the text. */
  line(text: string): void {
    this.#print(shown(text));
  }

  /** Nothing moves any more. */
  stop(): void {
    if (this.#ticker !== null) clearInterval(this.#ticker);
    this.#ticker = null;
    this.#update?.clear();
    // Shows the cursor again.
    this.#update?.done();
  }

  #print(line: string): void {
    this.#update?.clear();
    this.#stream.write(`${line}\n`);
    this.#draw();
  }

  #log(id: string, starts: boolean, now: number): void {
    const activity = this.#active.get(id);
    if (activity === undefined || (!starts && now - this.#loggedAt < LOG_EVERY)) return;
    this.#loggedAt = now;
    this.line(starts ? `${this.#count()}${beginning(activity)} …` : this.#describe(activity));
  }

  #draw(): void {
    if (this.#update === null || this.#active.size === 0) return;
    const lines = [...this.#active.values()].map((activity) =>
      this.#colors.dim(this.#cut(shown(this.#describe(activity)))),
    );
    this.#update(lines.join('\n'));
  }

  /** A moving line that goes on in the next row is read wrongly: a number may break at its end. */
  #cut(line: string): string {
    const { columns } = this.#stream;
    return columns && line.length > columns ? `${line.slice(0, columns - 1)}…` : line;
  }

  #describe(activity: Watched): string {
    const { title, since } = activity;
    return `${this.#count()}${title}: ${phaseLabel(activity)}, ${secondsLabel(this.#now() - since)}${this.#ahead(activity)}`;
  }

  /** How long the rest of a phase may take, when that is worth a word. A warm-up ends as soon as the heap is flat. */
  #ahead({ phase, done, of, phaseSince, phaseDone }: Watched): string {
    if (phase === 'warm-up' || done <= phaseDone) return '';
    const ms = ((this.#now() - phaseSince) / (done - phaseDone)) * (of - done);
    return ms < WORTH_TELLING ? '' : `, about ${durationLabel(ms)} more of it`;
  }

  /** How many runs have ended, and how long the rest may take: as long each as those that have. */
  #count(): string {
    if (this.#of === null) return '';
    const left = this.#of - this.#ended;
    const spent = this.#now() - (this.#startedAt ?? 0);
    const rest = this.#ended === 0 || left < 2 ? '' : `, about ${durationLabel((spent / this.#ended) * left)} left`;
    return `[${this.#ended}/${this.#of}${rest}] `;
  }
}

/** How a run begins: with the installation of its package when that takes place, which may take longer than the run. */
function beginning({ title, detail }: Activity): string {
  return detail === undefined ? title : `${title}: ${detail}`;
}

/** A time to come, as vague as it is known. */
function durationLabel(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 1.5 ? `${Math.max(10, Math.round(ms / 10_000) * 10)} s` : `${Math.round(minutes)} min`;
}
