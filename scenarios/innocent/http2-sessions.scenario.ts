import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { scenario } from 'steadyheap';

// Innocent: each session is closed after its one request.
export default scenario('HTTP/2 sessions opened and closed', {
  iterations: 40,
  async setup() {
    const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  },
  async iterate({ server, url }) {
    const opened = once(server, 'session');
    const client = connect(url);
    const [session] = await opened;
    const ended = once(session, 'close');
    await text(client.request({ ':path': '/' }));
    const closed = once(client, 'close');
    client.close();
    await Promise.all([closed, ended]);
  },
  teardown: ({ server }) => void server.close(),
});
