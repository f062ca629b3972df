// DATABASE_URL=postgres://... node --expose-gc scenarios/reviewed/plain/orm-threading.mjs
// When asking the database fails, the interval that asks it stays, and goes on asking.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
const [database, admin] = [new Client(process.env.DATABASE_URL), new Client(process.env.DATABASE_URL)];
await Promise.all([database.connect(), admin.connect()]);

async function queries() {
  // A connection reports what it did once a second otherwise, and only when it has read a table.
  await database.query('select pg_stat_force_next_flush() from pg_class limit 1');
  const { rows } = await admin.query(
    'select (xact_commit + xact_rollback)::int as count from pg_stat_database where datname = current_database()',
  );
  return rows[0].count;
}

for (const version of ['fixed', 'leaky']) {
  const { DatabaseMutex } = await import(`../../../packages-under-test/orm-threading/${version}/index.ts`);
  const mutex = new DatabaseMutex(database);
  await mutex.createTable();
  await mutex.tryLock('orders');
  await admin.query('alter table locks rename to mislaid');
  await bytesPerIteration(`${version}, the poll fails`, () => mutex.wait('orders', { every: 200 }).catch(() => {}), 20);
  await admin.query('alter table mislaid rename to locks');
  console.log(`${version}, timers left by 40 failures: ${timers()}`);
  const before = await queries();
  await sleep(1000);
  console.log(`${version}, queries in a second in which nobody waits: ${(await queries()) - before}`);
}
process.exit();
