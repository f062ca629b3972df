import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GrowthNumbers, RunResult } from '../../harness/run/result.ts';
import type { Verdict } from '../../harness/verdict/types.ts';
import type { PeerAnswer } from './peers/index.ts';

/** What is kept of a run: what the truth is compared with. */
export interface RunRecord {
  verdict: Verdict;
  reason: string;
  node: string;
  iterations: number;
  batches: number;
  doublings: number;
  growth: GrowthNumbers;
  classes: { name: string; perIteration: number; shallowBytes: number; retainerPath: string[] }[];
  failures: { threshold: string; actual: number }[];
  /** Where memlab's difference of three snapshots is not what the ids in the last one say; null when they agree. */
  memlabNote: string | null;
  /** Of the subject. */
  wallMs: number;
}

/** One measurement, as one line of the file. */
export type Line = { tool: string; id: string; repetition: number } & (
  | { run: RunRecord }
  /** By rule, as one program may serve several. */
  | { answers: Record<string, PeerAnswer> }
  /** Why there is no answer. */
  | { failed: string }
);

/** The part of a result that is kept. */
export function recordOf(result: RunResult): RunRecord {
  const { verdict, reason, node, iterations, batches, doublings, growth, classes, failures, memlab, cost } = result;
  return {
    verdict,
    reason,
    node,
    iterations,
    batches,
    doublings,
    growth,
    classes: classes.map(({ name, perIteration, shallowBytes, retainerPath }) => ({
      name,
      perIteration,
      shallowBytes,
      retainerPath,
    })),
    failures: failures.map(({ threshold, actual }) => ({ threshold, actual })),
    memlabNote: memlab.note,
    wallMs: Math.round(cost.wallMs),
  };
}

/** The measurements so far, one JSON text per line, each written as soon as it is made. */
export class LineFile {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(path.dirname(file), { recursive: true });
  }

  /** All lines. A last one that was cut off by the end of its process is left out. */
  read(): Line[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((text) => JSON.parse(text) as Line);
  }

  /** Replaces what is there. */
  write(lines: readonly Line[]): void {
    writeFileSync(this.#file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  append(line: Line): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}
