import { setTimeout as sleep } from 'node:timers/promises';
import { scenario } from 'steadyheap';

/** DataSources in one iteration. */
const AT_ONCE = 10;

/** Each arms an interval of 1 s that holds it and ends at its first tick; every iteration waits until that is over. */
export default scenario('DataSources of kv-memory that nobody disconnects', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 20,
  timeout: '10 min',
  async setup({ load }) {
    const { DataSource } = await load();
    return { DataSource };
  },
  async iterate({ DataSource }, i) {
    for (let tenant = 0; tenant < AT_ONCE; tenant++) {
      const Session = new DataSource(`cache-${i}/${tenant}`, { connector: 'kv-memory' }).createModel('Session');
      await Session.set('ada', { user: 'Ada' });
    }
    await sleep(1200);
  },
});
