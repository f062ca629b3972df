import { rejects } from 'node:assert/strict';
import { Client } from 'pg';
import { scenario } from 'steadyheap';
import type * as ormThreading from '../../packages-under-test/orm-threading/fixed/index.ts';

/**
 * How often a caller asks the database, in milliseconds. The leaky version goes on at this pace: at 400 ms a busy machine had so
 * many questions under way in a snapshot that the leak was no longer all that grew.
 */
const EVERY = 1_000;

export default scenario('waiting for a lock while the database fails', {
  package: 'orm-threading',
  versions: ['leaky', 'fixed'],
  services: ['postgres'],
  iterations: 20,
  timeout: '10 min',
  async setup({ load, services }) {
    const { DatabaseMutex }: typeof ormThreading = await load();
    const { faults: _, ...server } = services.postgres;
    const [database, admin] = [new Client(server), new Client(server)];
    await Promise.all([database.connect(), admin.connect()]);
    const mutex = new DatabaseMutex(database);
    await mutex.createTable();
    await mutex.tryLock('orders');
    return { database, admin, mutex };
  },
  async iterate({ mutex, admin }) {
    // The database fails for a moment, while somebody else has the lock.
    await admin.query('alter table locks rename to mislaid');
    await rejects(mutex.wait('orders', { every: EVERY }), /relation "locks" does not exist/);
    await admin.query('alter table mislaid rename to locks');
  },
  async teardown({ database, admin }) {
    await admin.query('drop table locks');
    await database.end();
    await admin.end();
  },
  gauges: {
    /** As the database counts them: each is a transaction of its own. */
    queries: async ({ database, admin }) => {
      // A connection reports what it did once a second otherwise, and only when it has read a table.
      for (const client of [database, admin]) {
        await client.query('select pg_stat_force_next_flush() from pg_class limit 1');
      }
      const { rows } = await admin.query<{ queries: number }>(
        'select (xact_commit + xact_rollback)::int as queries from pg_stat_database where datname = current_database()',
      );
      return rows[0].queries;
    },
  },
  known: [
    {
      versions: 'leaky',
      class: 'Timeout',
      perIteration: 1,
      reason: 'the interval that asks the database is not cleared when asking fails, and asks for ever',
    },
  ],
});
