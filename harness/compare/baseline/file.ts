import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { RequestError } from '../../scenario/errors.ts';
import type { Baseline } from './baseline.ts';
import { baselineEntry } from './entry-schema.ts';

/** The baseline of a project. */
export function baselineFile(root: string): string {
  return path.join(root, 'reports', 'baseline.json');
}

const REMEDY = 'restore it, or delete it and run --update-baseline';

/** What is wrong with the first damaged entry; null when all are right. */
function damage(runs: object): string | null {
  for (const [key, entry] of Object.entries(runs)) {
    const { issues } = v.safeParse(baselineEntry, entry, { abortEarly: true });
    if (issues === undefined) continue;
    const field = v.getDotPath(issues[0]);
    return `the entry '${key}' is damaged: ${field === null ? 'it' : field} ${issues[0].message}`;
  }
  return null;
}

/**
 * Reads a baseline; null without a file. Throws a RequestError for one that is none, is damaged or comes from a later
 * version.
 */
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
    throw new RequestError(`${file} is not JSON (${(error as Error).message}); ${REMEDY}`);
  }
  if (read?.schema !== 1 || typeof read.runs !== 'object' || read.runs === null || Array.isArray(read.runs)) {
    throw new RequestError(`${file} is no baseline of schema 1; ${REMEDY}`);
  }
  const damaged = damage(read.runs);
  if (damaged !== null) throw new RequestError(`${file}: ${damaged}; ${REMEDY}`);
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
