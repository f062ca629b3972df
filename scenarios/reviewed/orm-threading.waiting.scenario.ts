import { equal, rejects } from 'node:assert/strict';
import { Client } from 'pg';
import { scenario } from 'steadyheap';
import type * as ormThreading from '../../packages-under-test/orm-threading/fixed/index.ts';

/** Callers that wait for one lock at once. */
const WAITING = 100;

/** How often each asks the database, in milliseconds: so seldom that a busy machine answers all of them in between. */
const EVERY = 500;

export default scenario('100 callers that wait for a lock in the database', {
  package: 'orm-threading',
  versions: ['leaky', 'fixed'],
  services: ['postgres'],
  iterations: 20,
  timeout: '10 min',
  async setup({ load, services }) {
    const { DatabaseMutex, WaitTimeoutError }: typeof ormThreading = await load();
    const { faults: _, ...server } = services.postgres;
    const database = new Client(server);
    await database.connect();
    const mutex = new DatabaseMutex(database);
    await mutex.createTable();
    return { database, mutex, WaitTimeoutError };
  },
  async iterate({ mutex, WaitTimeoutError }) {
    equal(await mutex.tryLock('orders'), true);
    await rejects(mutex.wait('orders', { timeout: 1, every: 2 }), WaitTimeoutError);
    const waiting = Promise.all(Array.from({ length: WAITING }, () => mutex.wait('orders', { every: EVERY })));
    await mutex.unlock('orders');
    await waiting;
  },
  async teardown({ database }) {
    await database.query('drop table locks');
    await database.end();
  },
});
