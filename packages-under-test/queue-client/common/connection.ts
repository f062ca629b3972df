import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** How long to wait before connecting again, in milliseconds. */
export const RECONNECT_AFTER = 5_000;

export type Handler = (message: string) => void;

/** Where the broker is. */
export interface BrokerAddress {
  host: string;
  port: number;
}

/** Opens a connection to a broker, or rejects with the reason why there is none. */
export async function openConnection({ host, port }: BrokerAddress): Promise<Socket> {
  const socket = createConnection({ host, port });
  await once(socket, 'connect');
  return socket;
}
