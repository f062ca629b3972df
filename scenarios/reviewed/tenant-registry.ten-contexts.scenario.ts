import { scenario } from 'steadyheap';
import { type TenantRegistry, useTenant } from './tenants/use-tenant.ts';

export default scenario('tenants that take turns in ten contexts', {
  package: 'tenant-registry',
  versions: ['5.2.6', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource, getStats }: TenantRegistry = await load();
    return { DataSource, getStats };
  },
  async iterate({ DataSource }, i) {
    const tenant = new DataSource('tenant', { connector: 'memory', database: 'shop', context: `context ${i % 10}` });
    await useTenant(tenant);
    await tenant.disconnect();
  },
  gauges: { anonymousShapes: ({ getStats }) => getStats().anonymousShapes },
});
