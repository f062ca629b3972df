import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { scenario } from 'steadyheap';

// Innocent: the server lets an idle connection go after eight seconds.
export default scenario('sockets that linger for eight seconds', {
  iterations: 40,
  async setup() {
    const server = createServer((socket) => socket.setTimeout(8000, () => socket.end())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, port: (server.address() as AddressInfo).port };
  },
  async iterate({ port }) {
    const socket = connect(port, '127.0.0.1').resume();
    await once(socket, 'connect');
  },
  teardown: ({ server }) => void server.close(),
});
