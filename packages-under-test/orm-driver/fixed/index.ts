import type { Client } from 'pg';
import { createClient } from '../common/clients.ts';
import { OrmConnection } from '../common/connection.ts';
import type { DriverSettings, ServerLogin } from '../common/settings.ts';

/** Connects to the primary, then to the replica. When either fails, whatever was opened is closed before it rejects. */
export async function connect({ primary, replica }: DriverSettings): Promise<OrmConnection> {
  const writer = await open(primary);
  try {
    return new OrmConnection(writer, await open(replica));
  } catch (error) {
    await writer.end();
    throw error;
  }
}

async function open(login: ServerLogin): Promise<Client> {
  const client = createClient(login);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}
