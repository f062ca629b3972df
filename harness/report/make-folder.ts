import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

async function isFolder(place: string): Promise<boolean> {
  const there = await stat(place).catch(() => null);
  return there?.isDirectory() ?? false;
}

/**
 * Makes a folder, and those above it that are missing. Not by `recursive`: Node 20 to 24 try without end, and cannot be
 * interrupted, where a folder answers to a new one that there is no such file, as all of /proc and /dev/fd do.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) await makeFolder(above);
  try {
    await mkdir(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  }
}
