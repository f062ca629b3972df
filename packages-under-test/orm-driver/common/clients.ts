import { Client } from 'pg';
import type { ServerLogin } from './settings.ts';

/** The name under which the driver's connections appear in the server's own list of them. */
export const APPLICATION_NAME = 'orm-driver';

/** Makes a client for one server; it does not connect yet. */
export function createClient({ timeout, ...login }: ServerLogin): Client {
  const client = new Client({ ...login, connectionTimeoutMillis: timeout, application_name: APPLICATION_NAME });
  // An error on an idle connection is found out by the next query.
  client.on('error', () => {});
  return client;
}
