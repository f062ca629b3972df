import { createServer, type Server, type Socket } from 'node:net';
import type { Endpoint, FaultMode } from '../../scenario/definition.ts';
import { closeServer, connectTo, listen } from '../tcp.ts';
import { reserveRefusingPort } from './refusing-port.ts';

/** What a mode does with a connection it has accepted, by the upstream server it stands in front of. */
const BEHAVIOUR: Record<Exclude<FaultMode, 'refused'>, (client: Socket, upstream: Endpoint) => void> = {
  reset: (client) => client.once('data', () => client.resetAndDestroy()),
  close: (client) => client.once('data', () => client.end()),
  blackHole: (client) => client.resume(),
  pass: (client, upstream) => {
    const server = connectTo(upstream);
    server.on('error', () => client.resetAndDestroy());
    client.on('error', () => server.resetAndDestroy());
    client.pipe(server).pipe(client);
  },
};

/** The fault endpoints of one server, while they listen. */
export interface FaultProxy {
  endpoints: Record<FaultMode, Endpoint>;
  /** Stops listening and cuts every connection that goes through it. */
  close(): Promise<void>;
}

/** Opens one endpoint per fault mode on 127.0.0.1 in front of `upstream`. */
export async function startFaultProxy(upstream: Endpoint): Promise<FaultProxy> {
  const listeners: Server[] = [];
  const sockets = new Set<Socket>();
  const open = async (mode: Exclude<FaultMode, 'refused'>): Promise<Endpoint> => {
    const listener = createServer({ noDelay: true }, (client) => {
      sockets.add(client);
      client.on('error', () => client.destroy());
      client.on('close', () => sockets.delete(client));
      BEHAVIOUR[mode](client, upstream);
    });
    listeners.push(listener);
    return { host: '127.0.0.1', port: await listen(listener) };
  };
  const refusing = await reserveRefusingPort();
  const [reset, close, blackHole, pass] = await Promise.all([
    open('reset'),
    open('close'),
    open('blackHole'),
    open('pass'),
  ]);
  return {
    endpoints: { refused: { host: '127.0.0.1', port: refusing.port }, reset, close, blackHole, pass },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([refusing.release(), ...listeners.map(closeServer)]);
    },
  };
}
