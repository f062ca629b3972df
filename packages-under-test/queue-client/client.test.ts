import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { timersLeftBy } from '../testing/timers.ts';
import { QueueClient as FixedClient } from './fixed/index.ts';
import { QueueClient as LeakyClient } from './leaky/index.ts';

let broker: Server;
beforeEach(async () => {
  broker = createServer((socket) => socket.on('error', () => {}).resume()).listen(0, '127.0.0.1');
  await once(broker, 'listening');
});
afterEach(() => {
  broker.close();
});

const addressOf = (server: Server) => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });

test.each([
  ['leaky', LeakyClient, 1],
  ['fixed', FixedClient, 0],
])('the %s client closes its connection when it is disposed, and leaves %i timers', async (_name, Client, timers) => {
  const connected = once(broker, 'connection');
  const client = new Client(addressOf(broker));
  await client.resolve();
  const [socket] = (await connected) as [Socket];
  const closed = once(socket, 'close');
  expect(await timersLeftBy(() => client.dispose())).toHaveLength(timers);
  await closed;
});

test('a fixed client that is refused leaves no timer', async () => {
  const address = addressOf(broker);
  broker.close();
  await once(broker, 'close');
  const refused = () => expect(new FixedClient(address).resolve()).rejects.toThrow(/ECONNREFUSED/);
  expect(await timersLeftBy(refused)).toEqual([]);
});

test('a leaky client that was refused connects by itself once there is a broker, though nobody holds it', async () => {
  const address = addressOf(broker);
  broker.close();
  await once(broker, 'close');
  await expect(new LeakyClient(address).resolve()).rejects.toThrow(/ECONNREFUSED/);
  broker = createServer((socket) => socket.on('error', () => {}).resume()).listen(address.port, address.host);
  const [socket] = (await once(broker, 'connection')) as [Socket];
  socket.destroy();
});
