/**
 * Loaded into the subject of the second pass: writes where each handle, timer, process and descriptor is made, and that it
 * is gone, into a file. Nothing is kept in memory, so that the heap shows the code under test only. Plain JavaScript, as any
 * Node runs it.
 */
import { createHook } from 'node:async_hooks';
import './descriptor-hook.mjs';
import { stackHere, tell } from './facts.mjs';

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
    const stack = stackHere();
    alive.add(id);
    tell({ id, type, stack });
  },
  destroy(id) {
    if (alive.delete(id)) tell({ id });
  },
  // Node that knows the option does not track promises; one that does not is only slower.
  trackPromises: false,
}).enable();
