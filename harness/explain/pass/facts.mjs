/** Where the hooks of the second pass write what they see: a line at once, so that nothing is kept in memory. */
import fs from 'node:fs';

// Taken before anybody replaces them: what is imported by name changes with them.
const { openSync, writeSync } = fs;
const file = openSync(process.env.STEADYHEAP_CREATIONS, 'a');

/** Writes one fact: what was made, or with its `id` alone that it is gone. */
export const tell = (fact) => writeSync(file, `${JSON.stringify(fact)}\n`);

/** The calls that lead here, up to 30. */
export function stackHere() {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 30;
  const { stack } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack;
}

/** steadyheap's own code in the subject. */
const OWN = ['.', '../../subject/'].map((folder) => new URL(folder, import.meta.url).href);
const isAnyones = (line) => !/node:|<anonymous>/.test(line) && !OWN.some((folder) => line.includes(folder));

/** Whether a stack has a call in the code of anybody but Node and steadyheap. */
export const isAnyonesCode = (stack) => stack.split('\n').slice(1).some(isAnyones);
