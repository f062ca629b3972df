import { setTimeout as wait } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { ServiceError } from '../service-error.ts';

/** Logs in once and leaves. */
export async function logIn(config: ClientConfig): Promise<Client> {
  const client = new Client({ ...config, connectionTimeoutMillis: 5_000 });
  // The server may cut an idle connection at any time; without a listener that would end this process.
  client.on('error', () => {});
  await client.connect();
  await client.end();
  return client;
}

/**
 * Waits up to 30 s until a login succeeds. The official image starts a server for its own set-up first, says that it is
 * ready, and stops it again: only a login over TCP tells that one from the real server.
 */
export async function untilLogin(config: ClientConfig): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await logIn(config);
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw new ServiceError(`The PostgreSQL container does not let anyone log in: ${(error as Error).message}`);
      }
      await wait(50);
    }
  }
}
