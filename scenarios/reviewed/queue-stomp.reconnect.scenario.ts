import { setImmediate as turn } from 'node:timers/promises';
import { scenario } from 'steadyheap';
import { order, startQueue } from './stomp/queue.ts';

export default scenario('a queue connection of 5 subscriptions that is cut', {
  package: '@spinajs/queue-stomp-transport',
  versions: ['2.0.531'],
  iterations: 100,
  async setup({ load }) {
    const { broker, client: make } = await startQueue(load);
    const client = make('shop');
    await client.resolve();
    for (let channel = 0; channel < 5; channel++) await client.subscribe(`/queue/${channel}`, async () => {});
    return { broker, client };
  },
  async iterate({ broker, client }, i) {
    broker.dropAll();
    while (client.Connected) await turn();
    await client.whenReady();
    // The broker has read all that came before this.
    await client.emit(order(i));
  },
  async teardown({ broker, client }) {
    await client.dispose();
    await broker.stop();
  },
});
