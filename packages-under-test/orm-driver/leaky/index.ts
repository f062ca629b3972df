import { createClient } from '../common/clients.ts';
import { OrmConnection } from '../common/connection.ts';
import type { DriverSettings } from '../common/settings.ts';

/**
 * Connects to the primary, then to the replica. When the replica cannot be reached, the connection to the primary stays
 * open: nobody holds it any more, and nobody closes it.
 */
export async function connect({ primary, replica }: DriverSettings): Promise<OrmConnection> {
  const writer = createClient(primary);
  await writer.connect();
  const reader = createClient(replica);
  await reader.connect();
  return new OrmConnection(writer, reader);
}
