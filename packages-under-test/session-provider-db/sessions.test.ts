import { afterAll, beforeAll, expect, test } from 'vitest';
import { aliveOf } from '../testing/alive.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { timersLeftBy } from '../testing/timers.ts';
import { DbSessionProvider as FixedProvider } from './fixed/index.ts';
import { DbSessionProvider as LeakyProvider } from './leaky/index.ts';
import { DbSessionProvider as UnrefProvider } from './unref/index.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

test.each([
  ['leaky', LeakyProvider],
  ['unref', UnrefProvider],
  ['fixed', FixedProvider],
])('the %s provider restores a session until it expires, and removes it then', async (name, Provider) => {
  const provider = new Provider(database.client);
  await provider.resolve();
  const session = { id: `${name} session`, data: { user: 'Ada' }, expires: new Date(Date.now() + 60_000) };
  await provider.save(session);
  expect(await provider.restore(session.id)).toEqual(session);
  expect(await provider.restore('another')).toBeUndefined();
  await provider.save({ ...session, expires: new Date(Date.now() - 1_000) });
  expect(await provider.restore(session.id)).toBeUndefined();
  await provider.removeExpired();
  const { rows } = await database.client.query('select id from sessions where id = $1', [session.id]);
  expect(rows).toEqual([]);
  if (provider instanceof FixedProvider) await provider.dispose();
});

test.each([
  ['leaky', { providers: 10, timers: 10, keepingAlive: 10 }, LeakyProvider],
  ['unref', { providers: 10, timers: 10, keepingAlive: 0 }, UnrefProvider],
  ['fixed', { providers: 0, timers: 0, keepingAlive: 0 }, FixedProvider],
])('ten %s providers that nobody uses any more leave %o', async (_name, expected, Provider) => {
  let providers = 0;
  const timers = await timersLeftBy(async () => {
    providers = await aliveOf(10, async () => {
      const provider = new Provider(database.client);
      await provider.resolve();
      if (provider instanceof FixedProvider) await provider.dispose();
      return provider;
    });
  });
  const keepingAlive = timers.filter((timer) => timer.hasRef()).length;
  expect({ providers, timers: timers.length, keepingAlive }).toEqual(expected);
});
