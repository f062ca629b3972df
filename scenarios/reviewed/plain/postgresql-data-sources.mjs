// npm install loopback-connector-postgresql@9.0.3 loopback-datasource-juggler@6.0.6
// DATABASE_URL=postgres://... node --expose-gc postgresql-data-sources.mjs
// A DataSource that nobody disconnects keeps its connections until the pool of pg closes what is idle for 10 s.
import { setTimeout as sleep } from 'node:timers/promises';
import connector from 'loopback-connector-postgresql';
import juggler from 'loopback-datasource-juggler';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const { hostname, port, username, password, pathname } = new URL(process.env.DATABASE_URL);
const login = { host: hostname, port: Number(port), user: username, password, database: pathname.slice(1) };
const active = (type) => process.getActiveResourcesInfo().filter((each) => each === type).length;

async function use(tenant) {
  const Customer = tenant.define('Customer', { id: { type: Number, id: true, generated: true }, name: String });
  await tenant.autoupdate('Customer');
  await Customer.create({ name: 'Ada' });
  await Customer.destroyAll();
  return tenant;
}

const open = () => use(new juggler.DataSource('shop', { connector, ...login }));

await bytesPerIteration('disconnected', async () => (await open()).disconnect(), 20);
await bytesPerIteration('not disconnected', open, 20);
console.log('sockets of 40 not disconnected:', active('TCPSocketWrap'));
await sleep(11_000);
console.log('11 s later:', active('TCPSocketWrap'));
