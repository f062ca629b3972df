import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scenario } from 'steadyheap';

// socketio/socket.io#4067
export default scenario('socket.io: a room joined after the client has left', {
  package: 'socket.io',
  versions: ['4.5.1', '4.5.2'],
  iterations: 100,
  async setup({ load }) {
    const { Server } = await load();
    const { io: connect } = await load('socket.io-client');
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const server = new Server(http);
    // biome-ignore lint/suspicious/noExplicitAny: the socket is the module's
    server.on('connection', async (socket: any) => {
      // Stands for a look-up of the user that takes longer than the client stays.
      await new Promise((resolve) => socket.once('disconnect', resolve));
      socket.join(`user of ${socket.id}`);
      http.emit('joined');
    });
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    return { http, server, client: connect(url, { autoConnect: false, transports: ['websocket'] }) };
  },
  async iterate({ http, client }) {
    const closed = once(http, 'connection').then(([connection]) => once(connection, 'close'));
    const joined = once(http, 'joined');
    const connected = new Promise((resolve) => client.once('connect', resolve));
    client.connect();
    await connected;
    client.disconnect();
    await joined;
    await closed;
  },
  async teardown({ client, server }) {
    client.close();
    server.close();
  },
  known: [
    {
      versions: '4.5.1',
      class: 'Set',
      perIteration: 2,
      retainer: 'Namespace.adapter ▸ Adapter',
      reason: 'a room joined after the disconnect is never left',
      issue: 'https://github.com/socketio/socket.io/issues/4067',
    },
  ],
});
