import { scenario } from 'steadyheap';
import { startQueue } from './stomp/queue.ts';

export default scenario('queue connections that nobody disposes', {
  package: '@spinajs/queue-stomp-transport',
  versions: ['2.0.531'],
  iterations: 50,
  async setup({ load }) {
    return startQueue(load);
  },
  async iterate({ client }, i) {
    const queue = client(`shop ${i}`);
    await queue.resolve();
    await queue.subscribe('/queue/orders', async () => {});
  },
  async teardown({ broker }) {
    await broker.stop();
  },
  known: [
    { class: 'TCPSocketWrap', perIteration: 2, reason: 'a connection stays open until it is disposed' },
    {
      class: 'StompQueueClient',
      perIteration: 1,
      retainer: '(Global handles) ▸ TCP',
      reason: 'an open socket holds its client',
    },
  ],
});
