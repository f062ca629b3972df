import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { timersLeftBy } from '../testing/timers.ts';
import { WaitTimeoutError } from './common/locks.ts';
import { DatabaseMutex as FixedMutex } from './fixed/index.ts';
import { DatabaseMutex as LeakyMutex } from './leaky/index.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

beforeEach(async () => {
  await database.client.query('drop table if exists locks');
});

afterAll(() => database.stop());

const versions = [
  ['leaky', LeakyMutex],
  ['fixed', FixedMutex],
] as const;

test.each(versions)(
  'a lock of the %s mutex is taken once, and waited for until it is released',
  async (_name, Mutex) => {
    const mutex = new Mutex(database.client);
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
    const mutex = new Mutex(database.client);
    const timers = await timersLeftBy(async () => {
      for (let i = 0; i < 10; i++) {
        await expect(mutex.wait('orders', { every: 5 })).rejects.toThrow('relation "locks" does not exist');
      }
    });
    expect(timers).toHaveLength(left);
    for (const timer of timers) clearInterval(timer);
  },
);
