import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { withLead } from '../report/with-lead.ts';
import { tryToWrite } from '../report/write-whole.ts';
import { RequestError } from '../scenario/errors.ts';
import type { World } from './world.ts';

/** Refuses a file that cannot be written before anything is measured. */
export async function checkWritable(file: string): Promise<void> {
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw new RequestError(`${file} is a folder; give the name of a file`);
  // A device would be replaced by a file.
  if (there !== null && !there.isFile()) throw new RequestError(`${file} is no ordinary file; give another name`);
  try {
    await tryToWrite(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new RequestError(`${path.dirname(file)} cannot be written to (${code}); give another folder or file`);
  }
}

/** Refuses a folder for the logs of runs that cannot be written to before anything is measured. */
export async function checkOut(out: string): Promise<void> {
  await checkWritable(path.join(out, 'logs', 'run.log'));
}

/**
 * Makes sure of the files that a command will write, before anything is measured: each can be written, and what an earlier
 * command left there is gone, so that nobody takes it for the answer of one that fails.
 */
export async function clearOutputs(files: readonly string[]): Promise<void> {
  for (const file of files) await checkWritable(file);
  for (const file of files) await rm(file, { force: true });
}

/** Something that changes whenever a file is written; null without one. */
export async function writtenState(file: string): Promise<string | null> {
  const there = await stat(file).catch(() => null);
  return there === null ? null : `${there.ino} ${there.mtimeMs}`;
}

/** Absolute paths of files, each with what writes it. */
export type Outputs = [file: string, write: (file: string) => Promise<void>][];

/**
 * Writes files and tells which there are. One that cannot be written takes none of the others with it. Resolves to
 * whether all could be written.
 */
export async function leaveOutputs(outputs: Outputs, { cwd, stdout, stderr }: World): Promise<boolean> {
  const written: string[] = [];
  for (const [file, write] of outputs) {
    const name = path.relative(cwd, file);
    try {
      await write(file);
      written.push(name);
    } catch (error) {
      stderr.write(withLead('steadyheap: ', `${name} could not be written: ${(error as Error).message}`));
    }
  }
  if (written.length > 0) stdout.write(`Written: ${written.join(', ')}\n`);
  return written.length === outputs.length;
}
