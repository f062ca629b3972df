import { scenario } from 'steadyheap';
import { type TenantRegistry, useTenant } from './tenants/use-tenant.ts';

export default scenario('tenants in a context of their own', {
  package: 'tenant-registry',
  versions: ['5.2.6', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource, getStats }: TenantRegistry = await load();
    return { DataSource, getStats };
  },
  async iterate({ DataSource }, i) {
    const tenant = new DataSource('tenant', { connector: 'memory', database: 'shop', context: `context ${i}` });
    await useTenant(tenant);
    await tenant.disconnect();
  },
  gauges: { anonymousShapes: ({ getStats }) => getStats().anonymousShapes },
  known: [
    {
      versions: '5.2.6',
      class: 'DataSource',
      perIteration: 1,
      retainer: 'CountingRegistry.contexts',
      reason: 'a tenant context keeps its anonymous models, and with them the DataSource that made them, for good',
    },
  ],
});
