import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type StartedPostgres, startPostgres } from '../../harness/services/postgres/index.ts';
import { timersLeftBy } from '../testing/timers.ts';
import { WaitTimeoutError } from './common/locks.ts';
import { DatabaseMutex as FixedMutex } from './fixed/index.ts';
import { DatabaseMutex as LeakyMutex } from './leaky/index.ts';

let postgres: StartedPostgres;
let database: Client;

beforeAll(async () => {
  postgres = await startPostgres(process.env.STEADYHEAP_DATABASE);
  const { faults: _, ...server } = postgres.info;
  database = new Client(server);
  await database.connect();
});

beforeEach(async () => {
  await database.query('drop table if exists locks');
});

afterAll(async () => {
  await database.end();
  await postgres.stop();
});

const versions = [
  ['leaky', LeakyMutex],
  ['fixed', FixedMutex],
] as const;

test.each(versions)(
  'a lock of the %s mutex is taken once, and waited for until it is released',
  async (_name, Mutex) => {
    const mutex = new Mutex(database);
    await mutex.createTable();
    expect([await mutex.tryLock('orders'), await mutex.tryLock('orders')]).toEqual([true, false]);
    let released = false;
    const left = await timersLeftBy(async () => {
      const waiting = Promise.all(
        Array.from({ length: 100 }, () => mutex.wait('orders', { every: 200 }).then(() => expect(released).toBe(true))),
      );
      await expect(mutex.wait('orders', { timeout: 10, every: 5 })).rejects.toBeInstanceOf(WaitTimeoutError);
      released = true;
      await mutex.unlock('orders');
      await waiting;
    });
    expect(left).toEqual([]);
  },
);

test.each([
  ['leaky', LeakyMutex, 10],
  ['fixed', FixedMutex, 0],
])(
  'when the database fails ten times, the timers that the %s mutex leaves go on asking it',
  async (_name, Mutex, left) => {
    const mutex = new Mutex(database);
    const timers = await timersLeftBy(async () => {
      for (let i = 0; i < 10; i++) {
        await expect(mutex.wait('orders', { every: 5 })).rejects.toThrow('relation "locks" does not exist');
      }
    });
    expect(timers).toHaveLength(left);
    for (const timer of timers) clearInterval(timer);
  },
);
