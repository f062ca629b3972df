import { scenario } from 'steadyheap';
import { order, startQueue } from './stomp/queue.ts';

export default scenario('subscriptions that are dropped again', {
  package: '@spinajs/queue-stomp-transport',
  versions: ['2.0.531'],
  iterations: 100,
  async setup({ load }) {
    const { broker, client: make } = await startQueue(load);
    const client = make('shop');
    await client.resolve();
    return { broker, client };
  },
  async iterate({ client }, i) {
    await client.subscribe(`/queue/reply/${i}`, async () => {});
    client.unsubscribe(`/queue/reply/${i}`);
    // The broker has read all that came before this.
    await client.emit(order(i));
  },
  async teardown({ broker, client }) {
    await client.dispose();
    await broker.stop();
  },
  gauges: { subscriptions: ({ client }) => client.Subscriptions.size },
});
