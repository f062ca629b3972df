import { equal } from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scenario } from 'steadyheap';

// node-fetch/node-fetch#1295
export default scenario('a chunked response fetched over a kept-alive connection', {
  package: 'node-fetch',
  versions: ['3.2.4', '3.2.5'],
  async setup({ load }) {
    const { default: fetch } = await load();
    const server = createServer((_request, response) => {
      response.write('one ');
      response.end('two');
    });
    server.keepAliveTimeout = 0;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    return { agent, fetch, server, url: `http://127.0.0.1:${port}/` };
  },
  async iterate({ agent, fetch, url }) {
    const response = await fetch(url, { agent });
    equal(await response.text(), 'one two');
  },
  async teardown({ agent, server }) {
    agent.destroy();
    server.close();
    await once(server, 'close');
  },
  known: [
    {
      versions: '3.2.4',
      class: 'closure onSocketClose (src/index.js:382)',
      perIteration: 1,
      retainer: 'Socket._events',
      reason: 'each request leaves its close and data listeners on the socket',
      issue: 'https://github.com/node-fetch/node-fetch/issues/1295',
    },
  ],
});
