import { match } from 'node:assert/strict';
import { once } from 'node:events';
import { scenario } from 'steadyheap';

export default scenario('DataSources whose connector fails', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource } = await load();
    const connector = {
      initialize(dataSource: { connector: object }, callback: (error: Error) => void) {
        dataSource.connector = { name: 'refused' };
        setImmediate(callback, new Error('connection refused'));
      },
    };
    return { DataSource, connector };
  },
  async iterate({ DataSource, connector }, i) {
    const tenant = new DataSource(`tenant-${i}`, { connector });
    const [error] = await once(tenant, 'error');
    match(error.message, /connection refused/);
  },
});
