// DATABASE_URL=postgres://... node --expose-gc scenarios/reviewed/plain/orm-driver.mjs
// When the replica cannot be reached, the connection to the primary stays open, on the server too.
import { Client } from 'pg';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const { hostname, port, username, password, pathname } = new URL(process.env.DATABASE_URL);
const primary = { host: hostname, port: Number(port), user: username, password, database: pathname.slice(1) };
const admin = new Client(process.env.DATABASE_URL);
await admin.connect();

for (const version of ['fixed', 'leaky']) {
  const { connect } = await import(`../../../packages-under-test/orm-driver/${version}/index.ts`);
  const login = { ...primary, timeout: 10_000 };
  const fail = () => connect({ primary: login, replica: { ...login, port: 1 } }).catch(() => {});
  await bytesPerIteration(`${version}, the replica refuses`, fail, 20);
  const { rows } = await admin.query("select from pg_stat_activity where application_name = 'orm-driver'");
  console.log(`${version}, connections on the server after 40 failures: ${rows.length}`);
}
process.exit();
