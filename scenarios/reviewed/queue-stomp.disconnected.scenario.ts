import { scenario } from 'steadyheap';
import { order, startQueue } from './stomp/queue.ts';

export default scenario('messages sent while disconnected', {
  package: '@spinajs/queue-stomp-transport',
  versions: ['2.0.531'],
  iterations: 100,
  async setup({ load }) {
    const { broker, client } = await startQueue(load);
    return { broker, client: client('shop') };
  },
  async iterate({ client }, i) {
    client.emit(order(i)).catch(() => {});
  },
  async teardown({ broker, client }) {
    await client.dispose();
    await broker.stop();
  },
  gauges: { pending: ({ client }) => client.PendingEmits.length },
  known: [
    {
      class: 'Promise',
      retainer: 'StompQueueClient.PendingEmits',
      reason: 'messages are buffered until the next connection, without a bound',
    },
  ],
});
