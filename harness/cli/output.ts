import { access, constants, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { RequestError } from '../scenario/errors.ts';
import type { World } from './world.ts';

/** Refuses a file that cannot be written before anything is measured. */
export async function checkWritable(file: string): Promise<void> {
  const folder = path.dirname(file);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new RequestError(`${folder} cannot be written to (${code}); give another folder or file`);
  }
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw new RequestError(`${file} is a folder; give the name of a file`);
}

/**
 * Makes sure of the files that a command will write, before anything is measured: each can be written, and what an earlier
 * command left there is gone, so that nobody takes it for the answer of one that fails.
 */
export async function clearOutputs(files: readonly string[]): Promise<void> {
  for (const file of files) await checkWritable(file);
  for (const file of files) await rm(file, { force: true });
}

/** Absolute paths of files, each with what writes it. */
export type Outputs = [file: string, write: (file: string) => Promise<void>][];

/**
 * Writes files and tells which there are. One that cannot be written takes none of the others with it. Resolves to whether all
 * could be written.
 */
export async function leaveOutputs(outputs: Outputs, { cwd, stdout, stderr }: World): Promise<boolean> {
  const written: string[] = [];
  for (const [file, write] of outputs) {
    const shown = path.relative(cwd, file);
    try {
      await write(file);
      written.push(shown);
    } catch (error) {
      stderr.write(`steadyheap: ${shown} could not be written: ${(error as Error).message}\n`);
    }
  }
  if (written.length > 0) stdout.write(`Written: ${written.join(', ')}\n`);
  return written.length === outputs.length;
}
