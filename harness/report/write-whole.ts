import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Writes what a file is to hold beside it, with the folders it needs. Resolves to the path of what was written. */
async function writeDraft(file: string, text: string): Promise<string> {
  await makeFolder(path.dirname(file));
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  return draft;
}

/** Writes a file whole or not at all, with the folders it needs. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await rename(await writeDraft(file, text), file);
}

/** Makes the folders that a file needs, and rejects as writing it would. */
export async function tryToWrite(file: string): Promise<void> {
  await rm(await writeDraft(file, ''));
}
