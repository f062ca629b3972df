import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { scenario } from 'steadyheap';

// Innocent: a datagram there and its answer back, then both sockets are closed.
export default scenario('datagram sockets opened and closed', {
  iterations: 60,
  async iterate() {
    const server = createSocket('udp4').bind(0, '127.0.0.1');
    await once(server, 'listening');
    const client = createSocket('udp4');
    client.send('hello', server.address().port, '127.0.0.1');
    await once(server, 'message');
    await Promise.all([server, client].map((socket) => new Promise<void>((done) => socket.close(done))));
  },
});
