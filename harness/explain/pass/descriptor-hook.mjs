/** Tells where each descriptor is opened, and that it is closed: descriptors are no asynchronous resources. */
import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isAnyonesCode, stackHere, tell } from './facts.mjs';

// Taken before they are replaced below: what is imported by name changes with them.
const { open, openSync, close, closeSync, createReadStream, createWriteStream } = fs;

// Streams open their file a tick later, when nobody's code is on the stack.
const streamMadeAt = new AsyncLocalStorage();

function openedAt() {
  const stack = stackHere();
  return isAnyonesCode(stack) ? stack : (streamMadeAt.getStore() ?? stack);
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
