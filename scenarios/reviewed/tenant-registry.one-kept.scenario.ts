import { scenario } from 'steadyheap';
import { type TenantRegistry, useTenant } from './tenants/use-tenant.ts';

export default scenario('tenant switches while one DataSource of the tenant lives', {
  package: 'tenant-registry',
  versions: ['5.2.6', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource, getStats }: TenantRegistry = await load();
    const open = () => new DataSource('tenant', { connector: 'memory', database: 'shop' });
    return { kept: open(), open, getStats };
  },
  async iterate({ open }) {
    const tenant = open();
    await useTenant(tenant);
    await tenant.disconnect();
  },
  async teardown({ kept }) {
    await kept.disconnect();
  },
  gauges: { models: ({ getStats }) => getStats().models },
  known: [
    {
      versions: '5.2.6',
      class: 'DataSource',
      perIteration: 1,
      retainer: 'CountingRegistry.owners',
      reason: 'models go only with the last DataSource of their configuration, and one of them lives on',
    },
  ],
});
