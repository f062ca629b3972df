import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scenario } from 'steadyheap';

// socketio/socket.io#4964
export default scenario('socket.io-client: a disconnect before the answer', {
  package: 'socket.io-client',
  versions: ['4.7.4', '4.7.5'],
  iterations: 100,
  async setup({ load }) {
    const { io: connect } = await load();
    const { Server } = await load('socket.io');
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const server = new Server(http);
    // biome-ignore lint/suspicious/noExplicitAny: the socket is the module's
    server.on('connection', (socket: any) => socket.on('question', () => socket.disconnect(true)));
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    return { http, server, client: connect(url, { autoConnect: false, transports: ['websocket'] }) };
  },
  async iterate({ http, client }, i) {
    const closed = once(http, 'connection').then(([connection]) => once(connection, 'close'));
    const connected = new Promise((resolve) => client.once('connect', resolve));
    client.connect();
    await connected;
    const disconnected = new Promise((resolve) => client.once('disconnect', resolve));
    client.emitWithAck('question', i).catch(() => {});
    await disconnected;
    await closed;
  },
  async teardown({ client, server }) {
    client.close();
    server.close();
  },
  known: [
    {
      versions: '4.7.4',
      class: 'closure (anonymous) (socket.js:305)',
      perIteration: 1,
      retainer: 'Socket.acks ▸ Object[*]',
      reason: 'an acknowledgement that is pending at a disconnect is never discarded',
      issue: 'https://github.com/socketio/socket.io/issues/4964',
    },
  ],
});
