import type { Client } from 'pg';
import { ServiceError } from '../service-error.ts';
import type { PostgresServer } from './index.ts';
import { logIn } from './login.ts';

/** Takes a server that is already running, by its URL, after logging in once to prove that it answers. */
export async function connectToOwn(url: string): Promise<PostgresServer> {
  let client: Client;
  try {
    client = await logIn({ connectionString: url });
  } catch (error) {
    throw new ServiceError(
      `The database of STEADYHEAP_DATABASE does not answer (${(error as Error).message}): ` +
        'start it, or unset STEADYHEAP_DATABASE for the embedded one.',
    );
  }
  const { host, port, user = '', password = '', database = '' } = client;
  return { host, port, user, password: password ?? '', database, stop: async () => {} };
}
