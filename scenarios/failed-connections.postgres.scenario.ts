import { rejects } from 'node:assert/strict';
import { Client } from 'pg';
import { scenario } from 'steadyheap';
import type * as driver from '../packages-under-test/orm-driver/fixed/index.ts';

/** How long the driver waits for a server that never answers, in milliseconds; every fifth iteration takes this long. */
const TIMEOUT = 25;

const PRIMARY_STAYS = "connect() does not close the primary's connection when the replica fails";

export default scenario('failed connections to PostgreSQL', {
  package: 'orm-driver',
  versions: ['leaky', 'fixed'],
  services: ['postgres'],
  iterations: 100,
  batches: 10,
  async setup({ load, services }) {
    const { faults, ...login } = services.postgres;
    const admin = new Client(login);
    await admin.connect();
    return {
      connect: ((await load()) as typeof driver).connect,
      primary: login,
      // One failure after the other; every batch of ten holds each of them twice.
      failures: [
        { replica: { ...login, ...faults.refused }, error: /ECONNREFUSED/ },
        { replica: { ...login, ...faults.reset }, error: /ECONNRESET/ },
        { replica: { ...login, password: 'wrong' }, error: /password authentication failed/ },
        { replica: { ...login, database: 'missing' }, error: /database "missing" does not exist/ },
        { replica: { ...login, ...faults.blackHole }, error: /timeout/ },
      ],
      admin,
    };
  },
  async iterate({ connect, primary, failures }, i) {
    const { replica, error } = failures[i % failures.length];
    await rejects(connect({ primary, replica, timeout: TIMEOUT }), error);
  },
  async teardown({ admin }) {
    await admin.end();
  },
  gauges: {
    serverConnections: async ({ admin }) => {
      const { rows } = await admin.query<{ count: number }>(
        "select count(*)::int as count from pg_stat_activity where application_name = 'orm-driver'",
      );
      return rows[0].count;
    },
  },
  thresholds: { handles: 0, gauges: { serverConnections: 0 } },
  known: [
    { versions: 'leaky', class: 'Client', perIteration: 1, reason: PRIMARY_STAYS },
    { versions: 'leaky', class: 'TCPSocketWrap', perIteration: 1, reason: PRIMARY_STAYS },
  ],
});
