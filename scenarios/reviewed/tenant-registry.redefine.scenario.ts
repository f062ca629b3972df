import { scenario } from 'steadyheap';
import { type TenantRegistry, useTenant } from './tenants/use-tenant.ts';

export default scenario('models of one tenant defined anew', {
  package: 'tenant-registry',
  versions: ['5.2.5', '5.2.6', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource, getStats }: TenantRegistry = await load();
    return { tenant: new DataSource('tenant', { connector: 'memory', database: 'shop' }), getStats };
  },
  async iterate({ tenant }) {
    await useTenant(tenant);
    // The rows would pile up in the tenant's tables, as rows do.
    await tenant.models.Customer.destroyAll();
    await tenant.models.Order.destroyAll();
  },
  async teardown({ tenant }) {
    await tenant.disconnect();
  },
  gauges: { models: ({ getStats }) => getStats().models },
  known: [
    {
      versions: '5.2.5',
      class: 'Hooks',
      perIteration: 2,
      retainer: 'StrongRegistry.owners',
      reason: 'a model that was replaced stays in the map from models to tenants',
    },
    {
      versions: '5.2.6',
      class: 'Hooks',
      perIteration: 2,
      retainer: 'CountingRegistry.owners',
      reason: 'a model that was replaced stays in the map from models to tenants',
    },
  ],
});
