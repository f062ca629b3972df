import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scenario } from 'steadyheap';

// Innocent: each body is read to its end; fetch keeps one connection.
export default scenario('fetch from a loopback server', {
  async setup() {
    const server = createServer((_, response) => response.end('{"ok":true}')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  },
  async iterate({ url }) {
    const response = await fetch(url);
    await response.json();
  },
  teardown({ server }) {
    server.closeAllConnections();
    server.close();
  },
});
