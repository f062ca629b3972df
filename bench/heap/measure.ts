import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Cost } from './report-cost.ts';

const run = promisify(execFile);

/** A child's cost and what else it has reported. */
export type Measured = Cost & Record<string, unknown>;

/** Runs a script in a fresh Node and returns what it reports. Throws with its stderr when it fails. */
export async function measure(script: string, args: string[], nodeFlags: string[] = []): Promise<Measured> {
  const { stdout } = await run(process.execPath, [...nodeFlags, script, ...args], {
    maxBuffer: 1 << 26,
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  return JSON.parse(line);
}
