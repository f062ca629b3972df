import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { scenario } from 'steadyheap';

const SOURCE =
  "const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage(workerData * 2);";

// Innocent: each worker answers once and ends.
export default scenario('worker threads started and ended', {
  iterations: 20,
  warmup: 20,
  async iterate(_, i) {
    const worker = new Worker(SOURCE, { eval: true, workerData: i });
    const exit = once(worker, 'exit');
    await once(worker, 'message');
    await exit;
  },
});
