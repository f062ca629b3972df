import { existsSync } from 'node:fs';
import { Client, type ClientConfig } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostgresService } from '../../scenario/definition.ts';
import { ServiceError } from '../service-error.ts';
import { type StartedPostgres, startPostgres } from './index.ts';

// The whole file runs against whatever STEADYHEAP_DATABASE names.
let postgres: StartedPostgres;
let login: Omit<PostgresService, 'faults'>;

beforeAll(async () => {
  postgres = await startPostgres(process.env.STEADYHEAP_DATABASE);
  const { faults: _, ...rest } = postgres.info;
  login = rest;
});

afterAll(() => postgres.stop());

/** Connects, asks one question and leaves; resolves with the answer or the error's message. */
async function ask(config: ClientConfig, question = 'select 1 as answer'): Promise<unknown> {
  const client = new Client(config);
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(question)).rows[0].answer;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end();
  }
}

test('the server answers directly and through the pass endpoint', async () => {
  expect(await ask(login)).toBe(1);
  expect(await ask({ ...login, ...postgres.info.faults.pass })).toBe(1);
});

test('a wrong password and a missing database are refused by the server itself', async () => {
  expect(await ask({ ...login, password: 'wrong' })).toMatch('password authentication failed');
  expect(await ask({ ...login, database: 'missing' })).toBe('database "missing" does not exist');
});

test.each([
  ['refused', /ECONNREFUSED/],
  ['reset', /ECONNRESET/],
  ['close', /terminated unexpectedly/],
  ['blackHole', /timeout expired/],
] as const)('a client that connects through %s is told so', async (mode, expected) => {
  const message = await ask({ ...login, ...postgres.info.faults[mode], connectionTimeoutMillis: 1_000 });
  expect(message).toMatch(expected);
});

test('a scenario that leaks 250 connections still gets through', async () => {
  const clients = Array.from({ length: 250 }, () => new Client(login));
  for (const client of clients) await client.connect();
  const count =
    'select count(*)::int as answer from pg_stat_activity where pid <> pg_backend_pid() and state is not null';
  expect(await ask(login, count)).toBeGreaterThanOrEqual(250);
  await Promise.all(clients.map((client) => client.end()));
});

test('a server of the user is taken by its URL, and left running', async () => {
  const { user, password, host, port, database } = login;
  const own = await startPostgres(`postgres://${user}:${password}@${host}:${port}/${database}`);
  expect(await ask({ ...login, ...own.info.faults.pass })).toBe(1);
  await own.stop();
  expect(await ask(login)).toBe(1);
});

test('a server of the user that does not answer is named with the remedy', async () => {
  const { port } = postgres.info.faults.refused;
  await expect(startPostgres(`postgres://x:y@127.0.0.1:${port}/z`)).rejects.toThrow(
    `The database of STEADYHEAP_DATABASE does not answer (connect ECONNREFUSED 127.0.0.1:${port}): ` +
      'start it, or unset STEADYHEAP_DATABASE for the embedded one.',
  );
});

test('an unknown choice is answered with the possible ones', async () => {
  await expect(startPostgres('oracle')).rejects.toThrow(
    new ServiceError(
      "STEADYHEAP_DATABASE is 'oracle': it must be 'embedded', 'container' or postgres://user:password@host:port/database.",
    ),
  );
});

test('two servers run at once, and stopping one ends it and leaves the other', async () => {
  const second = await startPostgres('embedded');
  const { faults: _, ...other } = second.info;
  const folder = String(await ask(other, "select current_setting('data_directory') as answer"));
  expect(existsSync(folder)).toBe(true);
  await second.stop();
  expect(existsSync(folder)).toBe(false);
  expect(await ask(other)).toMatch('ECONNREFUSED');
  expect(await ask(login)).toBe(1);
});
