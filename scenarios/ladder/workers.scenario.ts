import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { scenario } from 'steadyheap';

const SOURCE = "require('node:worker_threads').parentPort.on('message', () => {});";

// Ten iterations, as each leaves a thread with a heap of its own behind.
export default scenario('worker threads that nobody ends', {
  iterations: 10,
  warmup: 5,
  drain: '1 s',
  async iterate() {
    await once(new Worker(SOURCE, { eval: true }), 'online');
  },
});
