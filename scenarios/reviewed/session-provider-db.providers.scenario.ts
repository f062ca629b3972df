import { equal } from 'node:assert/strict';
import { Client } from 'pg';
import { scenario } from 'steadyheap';
import type { DbSessionProvider as FixedProvider } from '../../packages-under-test/session-provider-db/fixed/index.ts';

/** The versions that leak have no `dispose`. */
type Provider = Omit<FixedProvider, 'dispose'> & Partial<Pick<FixedProvider, 'dispose'>>;

const TIMER_STAYS = 'the interval that removes expired sessions is never cleared, and holds the provider';

export default scenario('session providers on PostgreSQL', {
  package: 'session-provider-db',
  versions: ['leaky', 'unref', 'fixed'],
  services: ['postgres'],
  iterations: 100,
  async setup({ load, services }) {
    const { DbSessionProvider } = await load();
    const { faults: _, ...server } = services.postgres;
    const database = new Client(server);
    await database.connect();
    const open = (): Provider => new DbSessionProvider(database);
    await open().createTable();
    return { database, open };
  },
  async iterate({ open }, i) {
    const provider = open();
    await provider.resolve();
    const expires = new Date(Date.now() + (i % 2 === 0 ? 60_000 : -60_000));
    await provider.save({ id: `session ${i % 10}`, data: { user: 'Ada' }, expires });
    const session = await provider.restore(`session ${i % 10}`);
    equal(session?.data.user, i % 2 === 0 ? 'Ada' : undefined);
    await provider.removeExpired();
    await provider.dispose?.();
  },
  async teardown({ database }) {
    await database.end();
  },
  gauges: {
    sessions: async ({ database }) => (await database.query('select from sessions')).rows.length,
  },
  known: [
    { versions: 'leaky', class: 'Timeout', perIteration: 1, reason: TIMER_STAYS },
    {
      versions: 'unref',
      class: 'Timeout',
      perIteration: 1,
      reason: `${TIMER_STAYS}; unref() only takes it out of the list of active resources`,
    },
  ],
});
