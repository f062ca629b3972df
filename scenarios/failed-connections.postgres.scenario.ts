import { rejects } from 'node:assert/strict';
import { Client } from 'pg';
import { scenario } from 'steadyheap';
import type * as driver from '../packages-under-test/orm-driver/fixed/index.ts';

const PRIMARY_STAYS = "connect() does not close the primary's connection when the replica fails";

export default scenario('failed connections to PostgreSQL', {
  package: 'orm-driver',
  versions: ['leaky', 'fixed'],
  services: ['postgres'],
  iterations: 100,
  batches: 10,
  async setup({ load, services }) {
    const { faults, ...server } = services.postgres;
    const admin = new Client(server);
    await admin.connect();
    const login = { ...server, timeout: 10_000 };
    return {
      connect: ((await load()) as typeof driver).connect,
      primary: login,
      // One failure after the other; every batch of ten holds each of them twice.
      failures: [
        { replica: { ...login, ...faults.refused }, error: /ECONNREFUSED/ },
        { replica: { ...login, ...faults.reset }, error: /ECONNRESET/ },
        { replica: { ...login, password: 'wrong' }, error: /password authentication failed/ },
        { replica: { ...login, database: 'missing' }, error: /database "missing" does not exist/ },
        // Every fifth iteration takes this long.
        { replica: { ...login, ...faults.blackHole, timeout: 25 }, error: /timeout/ },
      ],
      admin,
    };
  },
  async iterate({ connect, primary, failures }, i) {
    const { replica, error } = failures[i % failures.length];
    await rejects(connect({ primary, replica }), error);
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
    // The open socket keeps all the rest.
    { versions: 'leaky', class: 'TCP', perIteration: 1, reason: PRIMARY_STAYS },
    {
      versions: 'leaky',
      class: 'Client',
      perIteration: 1,
      retainer: 'TCP[symbol owner_symbol] ▸ Socket._events',
      reason: PRIMARY_STAYS,
    },
    { versions: 'leaky', class: 'TCPSocketWrap', perIteration: 1, reason: PRIMARY_STAYS },
  ],
});
