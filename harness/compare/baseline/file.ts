import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RequestError } from '../../scenario/errors.ts';
import type { Baseline } from './baseline.ts';

/** The baseline of a project. */
export function baselineFile(root: string): string {
  return path.join(root, 'reports', 'baseline.json');
}

/** Reads a baseline; null without a file. Throws a RequestError for one that is none or comes from a later version. */
export function readBaseline(file: string): Baseline | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  let read: Partial<Baseline> | null;
  try {
    read = JSON.parse(text) as Partial<Baseline> | null;
  } catch (error) {
    throw new RequestError(
      `${file} is not JSON (${(error as Error).message}); restore it, or delete it and run --update-baseline`,
    );
  }
  if (read?.schema !== 1 || typeof read.runs !== 'object' || read.runs === null) {
    throw new RequestError(`${file} is no baseline of schema 1; restore it, or delete it and run --update-baseline`);
  }
  return read as Baseline;
}

/** Writes a baseline whole or not at all, a line per figure. */
export function writeBaseline(file: string, baseline: Baseline): void {
  mkdirSync(path.dirname(file), { recursive: true });
  // Figures on one line each: three lines for every number would bury what has changed.
  const text = JSON.stringify(baseline, null, 2).replace(
    /\{\s+"value": ([^,]+),\s+"low": ([^,]+),\s+"high": ([^\s]+)\s+\}/g,
    '{ "value": $1, "low": $2, "high": $3 }',
  );
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${text}\n`);
  renameSync(draft, file);
}
