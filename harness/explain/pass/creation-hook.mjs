/**
 * Loaded into the subject of the second pass: writes where each handle, timer, process and descriptor is made, and that it
 * is gone, into a file. In memory are only numbers, and the stacks of what passes until it has, so that the heap shows the code
 * under test. Plain JavaScript, as any Node runs it.
 */
import { createHook } from 'node:async_hooks';
import './descriptor-hook.mjs';
import { isAnyonesCode, stackHere, tell } from './facts.mjs';

/** Short-lived by nature, and made for every call. */
const PASSING = new Set([
  'TickObject',
  'Microtask',
  'Immediate',
  'FSREQCALLBACK',
  'FSREQPROMISE',
  'RANDOMBYTESREQUEST',
]);
/**
 * Ticks in which Node's streams and its HTTP tell what has happened: 14 of the 16 of a request. With a stack of each, the
 * iterations of a pass with 800 requests took 15 to 22 s instead of 3 to 6 s.
 */
const TELLING = new Set([
  'afterWriteTick',
  'emitCloseNT',
  'emitFreeNT',
  'emitListeningNT',
  'emitReadable_',
  'endReadableNT',
  'maybeReadMore_',
  'onError',
  'resume_',
]);
const alive = new Set();
/** By whom those that pass and are not gone yet were asked for: what they make has nobody's code on its own stack. */
const askedBy = new Map();

/** The stack, where it has anybody's code; otherwise that of what triggered it, or the number of that for the reader to follow. */
function originOf(trigger) {
  const stack = stackHere();
  return isAnyonesCode(stack) ? { stack } : (askedBy.get(trigger) ?? { stack, trigger });
}

createHook({
  init(id, type, trigger, resource) {
    if (type === 'PROMISE' || (type === 'TickObject' && TELLING.has(resource.callback?.name))) return;
    const origin = originOf(trigger);
    if (PASSING.has(type)) {
      askedBy.set(id, origin);
      return;
    }
    alive.add(id);
    tell({ id, type, ...origin });
  },
  destroy(id) {
    askedBy.delete(id);
    if (alive.delete(id)) tell({ id });
  },
  // Node that knows the option does not track promises; one that does not is only slower.
  trackPromises: false,
}).enable();
