import { lookup } from 'node:dns/promises';
import { scenario } from 'steadyheap';

// Innocent: the system resolver runs in libuv's thread pool, whose threads are started once.
export default scenario('host names looked up', {
  async iterate() {
    await Promise.all(Array.from({ length: 4 }, () => lookup('localhost', { all: true })));
  },
});
