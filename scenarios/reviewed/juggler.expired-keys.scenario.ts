import { setTimeout as sleep } from 'node:timers/promises';
import { scenario } from 'steadyheap';

/** Keys set in one iteration. */
const KEYS = 10;

/** What a key stands for: kept as JSON, of 190 characters. */
const SESSION = { user: 'Ada', locale: 'en-GB', token: 'f'.repeat(128), cart: ['pen', 'ink'] };

export default scenario('keys of kv-memory that expire', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '7.0.3'],
  iterations: 20,
  timeout: '10 min',
  async setup({ load }) {
    const { DataSource } = await load();
    const dataSource = new DataSource('cache', { connector: 'kv-memory' });
    return { dataSource, Session: dataSource.createModel('Session') };
  },
  async iterate({ Session }, i) {
    for (let key = 0; key < KEYS; key++) await Session.set(`session ${i}/${key}`, SESSION, { ttl: 1 });
    // Each batch of two gives the sweep, which is to run once a second, its chance.
    await sleep(600);
  },
  async teardown({ dataSource }) {
    await dataSource.disconnect();
  },
  known: [
    {
      class: 'StoreItem',
      perIteration: KEYS,
      retainer: 'KeyValueMemoryConnector._store',
      reason: 'the sweep of expired keys is missing from the prototype, so the first tick of its timer ends it',
    },
  ],
});
