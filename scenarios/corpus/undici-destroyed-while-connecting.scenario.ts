import { rejects } from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scenario } from 'steadyheap';

// nodejs/undici#2058
export default scenario('undici: clients destroyed while connecting', {
  package: 'undici',
  versions: ['5.21.2', '5.22.0'],
  iterations: 40,
  async setup({ load }) {
    const { Client } = await load();
    const server = createServer({ headersTimeout: 0, requestTimeout: 0 }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { Client, server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  },
  async iterate({ Client, server, origin }) {
    const accepted = once(server, 'connection');
    const client = new Client(origin);
    const response = client.request({ method: 'GET', path: '/' });
    await Promise.all([rejects(response), client.destroy()]);
    await accepted;
  },
  async teardown({ server }) {
    server.closeAllConnections();
    server.close();
  },
  known: [
    {
      versions: '5.21.2',
      class: 'Socket',
      perIteration: 2,
      retainer: 'TCP[symbol owner_symbol] ▸ Socket',
      reason: 'the socket of a client that is destroyed while connecting stays open, and so does its other end',
      issue: 'https://github.com/nodejs/undici/pull/2058',
    },
    {
      versions: '5.21.2',
      class: 'TCP*',
      perIteration: 2,
      reason: 'the handles of the two ends stay open',
      issue: 'https://github.com/nodejs/undici/pull/2058',
    },
    {
      versions: '5.21.2',
      class: 'HTTPParser',
      perIteration: 1,
      reason: 'the server waits for a request on its end',
      issue: 'https://github.com/nodejs/undici/pull/2058',
    },
  ],
});
