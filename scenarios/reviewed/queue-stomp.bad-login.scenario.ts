import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { startQueue } from './stomp/queue.ts';

/** stompjs does not clear the time-out of 10 s of a connection that has failed: it drains. */
export default scenario('queue connections with a bad login', {
  package: '@spinajs/queue-stomp-transport',
  versions: ['2.0.531'],
  iterations: 50,
  timeout: '10 min',
  drain: '15 s',
  async setup({ load }) {
    return startQueue(load, { admits: false });
  },
  async iterate({ client }, i) {
    await rejects(client(`shop ${i}`).resolve(), /Cannot connect/);
  },
  async teardown({ broker }) {
    await broker.stop();
  },
});
