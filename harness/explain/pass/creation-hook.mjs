/**
 * Loaded into the subject of the second pass: writes where each handle, timer and process is made, and that it is gone, into
 * a file. Nothing is kept in memory, so that the heap shows the code under test only. Plain JavaScript, as any Node runs it.
 */
import { createHook } from 'node:async_hooks';
import { openSync, writeSync } from 'node:fs';

const file = openSync(process.env.STEADYHEAP_CREATIONS, 'a');
/** Short-lived by nature, and made for every call. */
const PASSING = new Set([
  'PROMISE',
  'TickObject',
  'Microtask',
  'Immediate',
  'FSREQCALLBACK',
  'FSREQPROMISE',
  'RANDOMBYTESREQUEST',
]);
const alive = new Set();

createHook({
  init(id, type) {
    if (PASSING.has(type)) return;
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 30;
    const { stack } = new Error();
    Error.stackTraceLimit = stackTraceLimit;
    alive.add(id);
    writeSync(file, `${JSON.stringify({ id, type, stack })}\n`);
  },
  destroy(id) {
    if (alive.delete(id)) writeSync(file, `${JSON.stringify({ id })}\n`);
  },
  // Node that knows the option does not track promises; one that does not is only slower.
  trackPromises: false,
}).enable();
