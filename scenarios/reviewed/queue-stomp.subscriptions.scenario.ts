import { scenario } from 'steadyheap';
import { order, startQueue } from './stomp/queue.ts';

export default scenario('subscriptions under ever new names', {
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
    // The broker has read all that came before this.
    await client.emit(order(i));
  },
  async teardown({ broker, client }) {
    await client.dispose();
    await broker.stop();
  },
  gauges: { subscriptions: ({ client }) => client.Subscriptions.size },
  known: [
    {
      class: 'closure (anonymous) (connection.js:*',
      perIteration: 1,
      retainer: 'StompHandler._subscriptions',
      reason: 'stompjs keeps the callback of each subscription until it is dropped',
    },
    {
      class: 'Object',
      retainer: 'StompQueueClient.Subscriptions',
      reason: 'a subscription is kept, to be made again after a reconnect, until unsubscribe() is called',
    },
  ],
});
