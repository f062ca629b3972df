import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeServer, connectTo, listen } from '../tcp.ts';
import { type FaultProxy, startFaultProxy } from './faults.ts';

const upstream = createServer((socket) => socket.pipe(socket));
let proxy: FaultProxy;

beforeAll(async () => {
  proxy = await startFaultProxy({ host: '127.0.0.1', port: await listen(upstream) });
});

afterAll(async () => {
  await proxy.close();
  await closeServer(upstream);
});

/** Sends a word and tells how the connection went on. */
async function outcome(socket: Socket): Promise<string> {
  socket.write('hello');
  return Promise.race([
    once(socket, 'data').then(([data]) => `answered ${data}`),
    once(socket, 'end').then(() => 'closed politely'),
    new Promise<string>((resolve) => socket.on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))),
  ]);
}

test.each([
  ['refused', 'ECONNREFUSED'],
  ['reset', 'ECONNRESET'],
  ['close', 'closed politely'],
  ['pass', 'answered hello'],
] as const)('a connection through %s ends with: %s', async (mode, expected) => {
  const socket = connectTo(proxy.endpoints[mode]);
  expect(await outcome(socket)).toBe(expected);
  socket.destroy();
});

test('a connection through blackHole is accepted and never answered', async () => {
  const socket = connectTo(proxy.endpoints.blackHole);
  await once(socket, 'connect');
  expect(await Promise.race([outcome(socket), wait(300, 'nothing')])).toBe('nothing');
  socket.destroy();
});

test('no other program can listen on the port that refuses', async () => {
  const { port } = proxy.endpoints.refused;
  const rival = createServer().listen(port, '127.0.0.1');
  const [error] = await once(rival, 'error');
  expect(error).toMatchObject({ code: 'EADDRINUSE' });
});

test('a server that is down resets the connection through pass', async () => {
  const gone = createServer();
  const port = await listen(gone);
  await closeServer(gone);
  const before = await startFaultProxy({ host: '127.0.0.1', port });
  expect(await outcome(connectTo(before.endpoints.pass))).toBe('ECONNRESET');
  await before.close();
});

test('closing cuts open connections, so nothing keeps the process alive', async () => {
  const own = await startFaultProxy({ host: '127.0.0.1', port: (upstream.address() as { port: number }).port });
  const socket = connectTo(own.endpoints.blackHole);
  await once(socket, 'connect');
  const ended = once(socket, 'close');
  await own.close();
  await ended;
});
