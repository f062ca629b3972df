import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { order, startQueue } from './stomp/queue.ts';

export default scenario('messages whose receipt never comes', {
  package: '@spinajs/queue-stomp-transport',
  versions: ['2.0.531'],
  iterations: 100,
  async setup({ load }) {
    const { broker, client: make } = await startQueue(load, { receipts: false });
    const client = make('shop');
    await client.resolve();
    return { broker, client };
  },
  async iterate({ client }, i) {
    await rejects(client.emit(order(i)), /Timeout waiting for broker receipt/);
  },
  async teardown({ broker, client }) {
    await client.dispose();
    await broker.stop();
  },
  known: [
    {
      class: 'UnexpectedServerError',
      perIteration: 1,
      retainer: '_receiptWatchers',
      reason: 'a message that times out leaves its watcher, which waits for the receipt for ever',
    },
  ],
});
