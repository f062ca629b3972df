import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scenario } from 'steadyheap';

// Innocent: each request is aborted while the server keeps it waiting; both sides close the connection.
export default scenario('fetch that is aborted', {
  iterations: 60,
  async setup() {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  },
  async iterate({ server, url }) {
    const controller = new AbortController();
    const arrived = once(server, 'request');
    const answer = fetch(url, { signal: controller.signal }).catch((error: Error) => error.name);
    const [request] = await arrived;
    const closed = once(request.socket, 'close');
    controller.abort();
    await answer;
    await closed;
  },
  teardown({ server }) {
    server.closeAllConnections();
    server.close();
  },
});
