import { scenario } from 'steadyheap';
import { type TenantRegistry, useTenant } from './tenants/use-tenant.ts';

export default scenario('tenants with a nested shape of their own', {
  package: 'tenant-registry',
  versions: ['5.2.6', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource, getStats }: TenantRegistry = await load();
    return { DataSource, getStats };
  },
  async iterate({ DataSource }, i) {
    const tenant = new DataSource('tenant', { connector: 'memory', database: 'shop' });
    await useTenant(tenant, { contract: { [`clause${i}`]: String } });
    await tenant.disconnect();
  },
  gauges: { anonymousShapes: ({ getStats }) => getStats().anonymousShapes },
  known: [
    {
      versions: '5.2.6',
      class: 'DataSource',
      perIteration: 1,
      retainer: 'CountingRegistry.contexts',
      reason: 'anonymous models belong to the tenant context, which disconnect() does not touch',
    },
  ],
});
