import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { scenario } from 'steadyheap';

const REQUESTS = 8;

// Innocent: the agent keeps at most four connections, and four stay open between the iterations.
export default scenario('an HTTP keep-alive pool', {
  async setup() {
    const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const agent = new Agent({ keepAlive: true, maxSockets: 4, maxFreeSockets: 4 });
    return { server, agent, port: (server.address() as AddressInfo).port };
  },
  async iterate({ agent, port }) {
    const answers = Array.from({ length: REQUESTS }, async () => {
      const [response] = await once(get({ agent, port, host: '127.0.0.1' }), 'response');
      return buffer(response);
    });
    await Promise.all(answers);
  },
  teardown({ server, agent }) {
    agent.destroy();
    server.close();
  },
});
