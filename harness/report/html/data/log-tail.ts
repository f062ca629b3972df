import { open } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';

/** Bytes read from the end of a log: 50 lines of ordinary length, and a bound on what a subject's babble costs. */
const TAIL_BYTES = 16_384;
const MOST_OF_A_LINE = 400;

/** The last `lines` lines of a file, each cut at 400 characters and without terminal colours; none when it cannot be read. */
export async function readLogTail(file: string, lines: number): Promise<string[]> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(file);
  } catch {
    return [];
  }
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(size - start), position: start });
    const text = stripVTControlCharacters(buffer.toString('utf8', 0, bytesRead)).trimEnd();
    if (text === '') return [];
    const all = text.split(/\r?\n/);
    // The first one is the end of a line unless the file began there.
    const whole = start === 0 ? all : all.slice(1);
    return whole.slice(-lines).map((line) => line.slice(0, MOST_OF_A_LINE));
  } finally {
    await handle.close();
  }
}
