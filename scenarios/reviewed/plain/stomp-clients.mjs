// npm ci in a copy of packages-under-test/@spinajs/queue-stomp-transport/2.0.531; node --expose-gc stomp-clients.mjs
// What a client keeps: messages sent while it is not connected, connections that failed, and all it has when not disposed.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { StompQueueClient } from '@spinajs/queue-stomp-transport';
import websocket from 'websocket';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const http = createServer();
const sockets = new websocket.server({ httpServer: http, autoAcceptConnections: false, keepalive: false });
sockets.on('request', (request) => {
  const connection = request.accept('v12.stomp', request.origin);
  connection.on('message', ({ utf8Data }) => {
    const receipt = /^receipt:(.*)$/m.exec(utf8Data)?.[1];
    if (utf8Data.startsWith('CONNECT')) connection.sendUTF('CONNECTED\nversion:1.2\nheart-beat:0,0\n\n\0');
    else if (receipt && confirms) connection.sendUTF(`RECEIPT\nreceipt-id:${receipt}\n\n\0`);
  });
});
let confirms = true;
await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
const broker = `ws://127.0.0.1:${http.address().port}/`;

const client = (name, host = broker, receiptTimeout = 10_000) =>
  new StompQueueClient({
    name,
    host,
    login: 'shop',
    password: 'secret',
    defaultQueueChannel: '/queue/orders',
    reconnectDelay: 1,
    heartbeatIncoming: 0,
    heartbeatOutgoing: 0,
    receiptTimeout,
    options: { emitRetries: 0 },
  });
const order = (i) => ({
  Name: 'order',
  Type: 'EVENT',
  CreatedAt: new Date(),
  OrderId: i,
  Customer: `customer ${i}`,
  Lines: [{ article: `article ${i}`, amount: 1 }],
});
const active = (type) => process.getActiveResourcesInfo().filter((each) => each === type).length;

const offline = client('offline');
await bytesPerIteration('a message while disconnected', (i) => {
  offline.emit(order(i)).catch(() => {});
});
console.log('messages kept:', offline.PendingEmits.length);

const subscriber = client('subscriber');
await subscriber.resolve();
await bytesPerIteration('a subscription under a new name', async (i) => {
  await subscriber.subscribe(`/queue/reply/${i}`, async () => {});
  await subscriber.emit(order(i));
});
console.log('subscriptions kept:', subscriber.Subscriptions.size);

const unconfirmed = client('unconfirmed', broker, 5);
await unconfirmed.resolve();
confirms = false;
await bytesPerIteration('a message whose receipt never comes', (i) => unconfirmed.emit(order(i)).catch(() => {}), 100);
confirms = true;

await bytesPerIteration(
  'connected, subscribed and disposed',
  async (i) => {
    const queue = client(`shop ${i}`);
    await queue.resolve();
    await queue.subscribe('/queue/orders', async () => {});
    await queue.dispose();
  },
  100,
);
await sleep(11_000);
const timers = active('Timeout');
await bytesPerIteration(
  'refused',
  (i) =>
    client(`refused ${i}`, 'ws://127.0.0.1:1/')
      .resolve()
      .catch(() => {}),
  50,
);
console.log('timers left by 100 refused connections:', active('Timeout') - timers);
await sleep(11_000);
console.log('11 s later:', active('Timeout') - timers);
await bytesPerIteration('connected and not disposed', (i) => client(`left ${i}`).resolve(), 50);
console.log('sockets of 100 connections not disposed, both ends:', active('TCPSocketWrap') - 4);
process.exit();
