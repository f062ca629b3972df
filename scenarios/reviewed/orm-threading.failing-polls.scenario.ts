import { rejects } from 'node:assert/strict';
import { Client } from 'pg';
import { scenario } from 'steadyheap';
import type * as ormThreading from '../../packages-under-test/orm-threading/fixed/index.ts';

/** How often a caller asks the database, in milliseconds: the leaky version goes on at this pace. */
const EVERY = 100;

export default scenario('waiting for a lock while the database fails', {
  package: 'orm-threading',
  versions: ['leaky', 'fixed'],
  services: ['postgres'],
  iterations: 20,
  timeout: '180 s',
  async setup({ load, services }) {
    const { DatabaseMutex }: typeof ormThreading = await load();
    const { faults: _, ...server } = services.postgres;
    const [database, admin] = [new Client(server), new Client(server)];
    await Promise.all([database.connect(), admin.connect()]);
    let queries = 0;
    const query = database.query.bind(database) as (...args: unknown[]) => unknown;
    const counted = (...args: unknown[]) => {
      queries++;
      return query(...args);
    };
    Object.assign(database, { query: counted });
    const mutex = new DatabaseMutex(database);
    await mutex.createTable();
    await mutex.tryLock('orders');
    return { database, admin, mutex, asked: () => queries };
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
  gauges: { queries: ({ asked }) => asked() },
  known: [
    {
      versions: 'leaky',
      class: 'Timeout',
      perIteration: 1,
      reason: 'the interval that asks the database is not cleared when asking fails, and asks for ever',
    },
  ],
});
