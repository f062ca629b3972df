import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Bytes of JavaScript heap for an analysis: memlab takes 16 times the heap it reads, and the biggest is 200 MB. */
const HEAP_MB = 6_000;

/**
 * Runs a program of this folder in a process of its own and returns what it prints, which is JSON. Rejects when it fails
 * or is aborted.
 */
export async function askChild<Answer>(program: string, args: readonly string[], signal: AbortSignal): Promise<Answer> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const options = { signal, timeout: 300_000, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, file, ...args],
    options,
  );
  return JSON.parse(stdout) as Answer;
}
