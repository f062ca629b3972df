/**
 * Loaded into the subject of the second pass: writes where each handle, timer, process and descriptor is made, and that it is
 * gone, into a file. Nothing is kept in memory, so that the heap shows the code under test only. Plain JavaScript, as any Node runs it.
 */
import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Taken before they are replaced below: what is imported by name changes with them.
const { open, openSync, close, closeSync, writeSync, createReadStream, createWriteStream } = fs;

const file = openSync(process.env.STEADYHEAP_CREATIONS, 'a');
const tell = (fact) => writeSync(file, `${JSON.stringify(fact)}\n`);

function stackHere() {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 30;
  const { stack } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack;
}
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

// Descriptors are no asynchronous resources. Streams open their file a tick later, when nobody's code is on the stack.
const streamMadeAt = new AsyncLocalStorage();
const isAnyonesCode = (line) => !/node:|<anonymous>|creation-hook\.mjs/.test(line);

function openedAt() {
  const stack = stackHere();
  return stack.split('\n').slice(1).some(isAnyonesCode) ? stack : (streamMadeAt.getStore() ?? stack);
}

const opened = (fd, stack, path) => tell({ id: `fd ${fd}`, type: 'descriptor', stack, path: String(path) });
const closed = (fd) => tell({ id: `fd ${fd}` });

Object.assign(fs, {
  open(path, ...rest) {
    const done = rest.at(-1);
    if (typeof done !== 'function') return open(path, ...rest);
    const stack = openedAt();
    return open(path, ...rest.slice(0, -1), (error, fd) => {
      if (!error) opened(fd, stack, path);
      done(error, fd);
    });
  },
  openSync(path, ...rest) {
    const fd = openSync(path, ...rest);
    opened(fd, openedAt(), path);
    return fd;
  },
  // Told before it is done: the number may be given anew at once.
  close(fd, ...rest) {
    closed(fd);
    return close(fd, ...rest);
  },
  closeSync(fd) {
    closed(fd);
    return closeSync(fd);
  },
  createReadStream: (...given) => streamMadeAt.run(stackHere(), () => createReadStream(...given)),
  createWriteStream: (...given) => streamMadeAt.run(stackHere(), () => createWriteStream(...given)),
});
syncBuiltinESMExports();
