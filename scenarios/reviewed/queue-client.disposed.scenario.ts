import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { scenario } from 'steadyheap';
import type * as queueClient from '../../packages-under-test/queue-client/fixed/index.ts';

/** In the leaky version each dispose() arms a timer of 5 s and clears nothing: it drains. */
export default scenario('queue clients that are disposed', {
  package: 'queue-client',
  versions: ['leaky', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { QueueClient }: typeof queueClient = await load();
    const broker = createServer((socket) => socket.on('error', () => {}).resume());
    broker.listen(0, '127.0.0.1');
    await once(broker, 'listening');
    const { port } = broker.address() as AddressInfo;
    return { broker, open: () => new QueueClient({ host: '127.0.0.1', port }) };
  },
  async iterate({ open }) {
    const client = open();
    await client.resolve();
    client.subscribe('orders', () => {});
    await client.dispose();
  },
  async teardown({ broker }) {
    broker.close();
  },
});
