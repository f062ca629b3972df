import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { scenario } from 'steadyheap';

const SOURCE =
  "const { parentPort } = require('node:worker_threads'); parentPort.on('message', (n) => parentPort.postMessage(n * 2));";

// Innocent: a third worker joins the pool at iteration 200; then the pool is full.
export default scenario('a pool of worker threads that grows to three', {
  iterations: 200,
  warmup: 60,
  setup: () => ({ workers: [] as Worker[] }),
  async iterate({ workers }, i) {
    const wanted = i < 200 ? 2 : 3;
    while (workers.length < wanted) workers.push(new Worker(SOURCE, { eval: true }));
    const worker = workers[i % workers.length] as Worker;
    worker.postMessage(i);
    await once(worker, 'message');
  },
  async teardown({ workers }) {
    await Promise.all(workers.map((worker) => worker.terminate()));
  },
});
