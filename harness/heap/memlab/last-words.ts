import type { Readable } from 'node:stream';

/** V8's message for a full heap is followed by some 3 kB of native stack. */
const kept = 16 * 1024;

/**
 * Collects the end of a process's stderr.
 *
 * @returns a function that gives the line of it that says why the process ended, in parentheses with a leading space;
 * an empty text if there is none
 */
export function lastWords(stream: Readable | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-kept);
  });
  return () => {
    const line = text.split('\n').find((candidate) => /\bERROR\b|Error\b/.test(candidate));
    return line ? ` (${line.trim()})` : '';
  };
}
