import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { scenario } from 'steadyheap';

// A second of drain is enough: nothing closes these connections.
export default scenario('connections that nobody closes', {
  iterations: 40,
  drain: '1 s',
  async setup() {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, port: (server.address() as AddressInfo).port };
  },
  async iterate({ port }) {
    await once(connect(port, '127.0.0.1'), 'connect');
  },
  known: [{ class: 'TCP*', perIteration: 2, reason: 'planted: both ends of a connection stay open' }],
});
