import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import type * as queueClient from '../../packages-under-test/queue-client/fixed/index.ts';

/** A port of this machine on which nothing listens. */
const NOBODY = { host: '127.0.0.1', port: 1 };

export default scenario('queue clients whose first connection fails', {
  package: 'queue-client',
  versions: ['leaky', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { QueueClient }: typeof queueClient = await load();
    return { QueueClient };
  },
  async iterate({ QueueClient }) {
    const client = new QueueClient(NOBODY);
    client.subscribe('orders', () => {});
    await rejects(client.resolve(), /ECONNREFUSED/);
  },
  known: [
    {
      versions: 'leaky',
      class: 'Timeout',
      perIteration: 1,
      reason: 'a client that has failed to connect tries again every five seconds, for ever',
    },
  ],
});
