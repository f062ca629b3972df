import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('plain-output.json', import.meta.url);

/** What a script printed. */
export interface PlainOutput {
  /** Of the package it was run against; null for specimens, whose versions it names itself. */
  version: string | null;
  lines: string[];
}

/** By the name of the script. */
export type PlainOutputs = Record<string, PlainOutput[]>;

/** What the scripts printed when they were last run; nothing when none was. */
export function readOutputs(): PlainOutputs {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as PlainOutputs) : {};
}

/** Keeps what the scripts printed, sorted by name. */
export function writeOutputs(outputs: PlainOutputs): void {
  const sorted = Object.fromEntries(Object.entries(outputs).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}
