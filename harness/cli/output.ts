import { access, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { RequestError } from '../scenario/errors.ts';

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
