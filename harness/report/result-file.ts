import path from 'node:path';
import type { ResultFile, RunResult } from '../run/result.ts';
import { writeWhole } from './write-whole.ts';

/** A result file of these runs, whose paths become relative to `cwd`, or are so already. */
export function resultFile(runs: readonly RunResult[], startedAt: Date, cwd: string): ResultFile {
  const relative = (file: string) => path.relative(cwd, path.resolve(cwd, file)).split(path.sep).join('/');
  return {
    schema: 1,
    node: process.version,
    v8: process.versions.v8,
    platform: `${process.platform}-${process.arch}`,
    startedAt: startedAt.toISOString(),
    runs: runs.map((run) => ({ ...run, file: relative(run.file), log: run.log === null ? null : relative(run.log) })),
  };
}

/** Where a file was left, or why there is none. */
export type LeftFile = { file: string } | { missing: string };

/** Leaves a result file, if that is possible: what was measured is to be shown in any case. `shownAs` is its path for people. */
export async function leaveResultFile(file: string, result: ResultFile, shownAs: string): Promise<LeftFile> {
  try {
    await writeResultFile(file, result);
    return { file: shownAs };
  } catch (error) {
    return { missing: (error as Error).message };
  }
}

/** Writes a result file whole or not at all. */
export async function writeResultFile(file: string, result: ResultFile): Promise<void> {
  await writeWhole(file, `${JSON.stringify(result, null, 2)}\n`);
}
