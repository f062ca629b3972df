import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Writes what a file is to hold beside it, with the folders it needs. Resolves to the path of what was written. */
async function writeDraft(file: string, text: string): Promise<string> {
  await makeFolder(path.dirname(file));
  const draft = `${file}.${randomUUID()}`;
  await orRemove(draft, writeFile(draft, text));
  return draft;
}

/** A draft that cannot be finished is not left lying about. */
async function orRemove(draft: string, done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Writes a file whole or not at all, with the folders it needs. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = await writeDraft(file, text);
  await orRemove(draft, rename(draft, file));
}

/** Makes the folders that a file needs, and rejects as writing it would. */
export async function tryToWrite(file: string): Promise<void> {
  await rm(await writeDraft(file, ''));
}
