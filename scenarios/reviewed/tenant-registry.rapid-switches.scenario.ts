import { scenario } from 'steadyheap';
import { type TenantRegistry, useTenant } from './tenants/use-tenant.ts';

/** Tenants that are open at once. */
const AT_ONCE = 10;

export default scenario('10 tenants at once, switched without pause', {
  package: 'tenant-registry',
  versions: ['5.2.5', '5.2.6', 'fixed'],
  iterations: 50,
  async setup({ load }) {
    const { DataSource, getStats }: TenantRegistry = await load();
    return { DataSource, getStats };
  },
  async iterate({ DataSource }, i) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, tenant) => {
        const source = new DataSource('tenant', { connector: 'memory', database: `tenant ${i}/${tenant}` });
        await useTenant(source);
        await source.disconnect();
      }),
    );
  },
  gauges: { tenantRegistries: ({ getStats }) => getStats().tenantRegistries },
  known: [
    {
      versions: '5.2.5',
      class: 'DataSource',
      perIteration: AT_ONCE,
      retainer: 'StrongRegistry',
      reason: 'every DataSource is a tenant of its own, and disconnect() removes nothing of it',
    },
  ],
});
