import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Endpoint } from '../scenario/definition.ts';

/** Makes `server` listen on a free port of 127.0.0.1 and returns the port. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Starts connecting to an endpoint, without Nagle's delay. */
export function connectTo({ host, port }: Endpoint): Socket {
  return connect({ host, port, noDelay: true });
}

/** Closes `server`; resolves when its last connection is gone. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A port of 127.0.0.1 that was free a moment ago; another program can take it before you do. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await closeServer(server);
  return port;
}
