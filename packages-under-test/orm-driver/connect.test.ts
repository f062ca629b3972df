import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FaultMode } from '../../harness/scenario/definition.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import type { DriverSettings, ServerLogin } from './common/settings.ts';
import { connect as connectFixed } from './fixed/index.ts';
import { connect as connectLeaky } from './leaky/index.ts';

let database: TestDatabase;
let login: ServerLogin;

beforeAll(async () => {
  database = await startDatabase();
  const { faults: _, ...server } = database.info;
  login = { ...server, timeout: 10_000 };
});

afterAll(() => database.stop());

function through(mode: FaultMode): ServerLogin {
  return { ...login, ...database.info.faults[mode] };
}

async function serverConnections(): Promise<number> {
  const { rows } = await database.client.query(
    "select pid from pg_stat_activity where application_name = 'orm-driver'",
  );
  return rows.length;
}

/** Fails to connect in each way in turn, and returns how many connections the server has more than before. */
async function failures(connect: (settings: DriverSettings) => Promise<unknown>): Promise<number[]> {
  const replicas: ServerLogin[] = [
    through('refused'),
    through('reset'),
    { ...login, password: 'wrong' },
    { ...login, database: 'missing' },
    { ...through('blackHole'), timeout: 25 },
  ];
  const left: number[] = [];
  for (const replica of replicas) {
    const before = await serverConnections();
    await expect(connect({ primary: login, replica })).rejects.toThrow();
    left.push((await serverConnections()) - before);
  }
  return left;
}

test('the leaky driver leaves one connection on the server in each of the five failures', async () => {
  expect(await failures(connectLeaky)).toEqual([1, 1, 1, 1, 1]);
});

test('the fixed driver leaves none', async () => {
  expect(await failures(connectFixed)).toEqual([0, 0, 0, 0, 0]);
});

test.each([
  ['leaky', connectLeaky],
  ['fixed', connectFixed],
])('the %s driver reads, writes and disconnects when nothing fails', async (_name, connect) => {
  const before = await serverConnections();
  const connection = await connect({ primary: login, replica: login });
  await connection.write('create table if not exists notes (text text)');
  expect(await connection.write('insert into notes values ($1)', ['hello'])).toBe(1);
  expect(await connection.read('select text from notes limit 1')).toEqual([{ text: 'hello' }]);
  await connection.disconnect();
  expect(await serverConnections()).toBe(before);
});
