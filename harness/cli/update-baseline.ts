import { existsSync } from 'node:fs';
import path from 'node:path';
import { acceptance } from '../compare/baseline/acceptance.ts';
import type { Baseline } from '../compare/baseline/baseline.ts';
import { baselineFile, writeBaseline } from '../compare/baseline/file.ts';
import { goneFrom, without } from '../compare/baseline/gone.ts';
import { updated } from '../compare/baseline/update.ts';
import type { RunResult } from '../run/result.ts';

/** What a baseline is updated with. */
interface Update {
  /** The baseline so far; null when there is none. */
  former: Baseline | null;
  /** With file names relative to `cwd`. */
  runs: readonly RunResult[];
  /** Whether the runs are the whole default set, at the versions that its scenarios name. */
  whole: boolean;
  /** The folder of the project. */
  cwd: string;
}

/**
 * Writes the next baseline of a project. After the whole set, entries of what no longer exists are removed. Returns what is
 * to be told, one sentence a line.
 */
export function updateBaseline({ former, runs, whole, cwd }: Update): string[] {
  const before = former ?? { schema: 1, runs: {} };
  const gone = whole ? goneFrom(before, { runs, exists: (file) => existsSync(path.resolve(cwd, file)) }) : [];
  const file = baselineFile(cwd);
  const next = updated(without(before, gone), runs);
  writeBaseline(file, next);
  const removed =
    gone.length === 0 ? [] : ['Removed from it, as they no longer exist:', ...gone.map((key) => `  ${key}`)];
  return [`Baseline: ${path.relative(cwd, file)}`, acceptance(runs, next), ...removed];
}
