import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';

export default scenario('DataSources whose MySQL refuses them', {
  package: 'loopback-connector-mysql',
  versions: ['9.0.3'],
  iterations: 100,
  async setup({ load }) {
    const connector = await load();
    const { DataSource } = await load('loopback-datasource-juggler');
    return { open: () => new DataSource('shop', { connector, host: '127.0.0.1', port: 1, lazyConnect: true }) };
  },
  async iterate({ open }) {
    const tenant = open();
    tenant.on('error', () => {});
    await rejects(tenant.connect(), /ECONNREFUSED/);
    await tenant.disconnect();
  },
});
