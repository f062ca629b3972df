import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { scenario } from 'steadyheap';

/** Finds every host on this machine. */
const lookup: LookupFunction = (_host, { all }, callback) =>
  all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);

// nodejs/undici#4223
export default scenario('undici: an agent that visits one origin after another', {
  package: 'undici',
  versions: ['7.9.0', '7.16.0'],
  iterations: 100,
  async setup({ load }) {
    const { Agent, request } = await load();
    const server = createServer((_request, response) => response.setHeader('connection', 'close').end('hello'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { request, server, port: (server.address() as AddressInfo).port, agent: new Agent({ connect: { lookup } }) };
  },
  async iterate({ request, port, agent }, i) {
    const disconnected = once(agent, 'disconnect');
    const { body } = await request(`http://site-${i}.localhost:${port}/`, { dispatcher: agent });
    await body.text();
    await disconnected;
  },
  async teardown({ agent, server }) {
    await agent.close();
    server.closeAllConnections();
    server.close();
  },
  known: [
    {
      versions: '7.9.0',
      class: 'Pool',
      perIteration: 1,
      retainer: 'Agent[symbol clients] ▸ Map',
      reason: 'the agent keeps the pool of an origin whose connection has closed',
      issue: 'https://github.com/nodejs/undici/pull/4223',
    },
  ],
});
