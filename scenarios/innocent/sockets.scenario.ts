import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { scenario } from 'steadyheap';

// Innocent: five connections at once, all closed on both sides before the iteration ends.
export default scenario('sockets opened and closed', {
  iterations: 60,
  async setup() {
    const server = createServer((socket) => socket.end('bye')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, port: (server.address() as AddressInfo).port };
  },
  async iterate({ port }) {
    const sockets = Array.from({ length: 5 }, () => connect(port, '127.0.0.1').resume());
    await Promise.all(sockets.map((socket) => once(socket, 'close')));
  },
  teardown: ({ server }) => void server.close(),
});
