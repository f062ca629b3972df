import { once } from 'node:events';
import { createServer } from 'node:net';
import { closeServer, connectTo, listen } from '../tcp.ts';

/** A port on which connections are refused for as long as it is held. */
export interface RefusingPort {
  port: number;
  release(): Promise<void>;
}

/**
 * Holds a port of 127.0.0.1 on which nothing listens. A port that is merely free may be given to another program while
 * the scenario runs; the local port of an open outgoing connection is not, and refuses incoming ones.
 */
export async function reserveRefusingPort(): Promise<RefusingPort> {
  const server = createServer((accepted) => accepted.on('error', () => {}).resume());
  const holder = connectTo({ host: '127.0.0.1', port: await listen(server) });
  await once(holder, 'connect');
  return {
    port: holder.localPort as number,
    async release() {
      holder.destroy();
      await closeServer(server);
    },
  };
}
