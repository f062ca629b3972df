import { Client } from 'pg';
import type { PostgresService } from '../../harness/scenario/definition.ts';
import { startPostgres } from '../../harness/services/postgres/index.ts';

/** A PostgreSQL server, and a connection to it. */
export interface TestDatabase {
  info: PostgresService;
  client: Client;
  stop(): Promise<void>;
}

/** Starts the server that `STEADYHEAP_DATABASE` chooses, and connects to it. */
export async function startDatabase(): Promise<TestDatabase> {
  const { info, stop } = await startPostgres(process.env.STEADYHEAP_DATABASE);
  const { faults: _, ...login } = info;
  const client = new Client(login);
  await client.connect();
  return {
    info,
    client,
    async stop() {
      await client.end();
      await stop();
    },
  };
}
