import { scenario } from 'steadyheap';
import { type TenantRegistry, useTenant } from './tenants/use-tenant.ts';

export default scenario('two tenants at the same time', {
  package: 'tenant-registry',
  versions: ['5.2.5-stats', '5.2.6', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource }: TenantRegistry = await load();
    return { DataSource, seen: { named: 0, nested: 0 } };
  },
  async iterate({ DataSource, seen }, i) {
    const [one, other] = ['one', 'other'].map(
      (database) => new DataSource('tenant', { connector: 'memory', database: `${database} ${i % 10}` }),
    );
    await useTenant(one);
    seen.named += Object.keys(other.models).length;
    await useTenant(other);
    const address = other.models.Customer.definition.properties.address.type;
    if ('dataSource' in address && address.dataSource !== other) seen.nested++;
    await one.disconnect();
    await other.disconnect();
  },
  gauges: {
    /** Models of one tenant that the other sees by name. */
    foreignModels: ({ seen }) => seen.named,
    /** Nested models of one tenant's DataSource that the other is given for its own. */
    foreignNestedModels: ({ seen }) => seen.nested,
  },
  known: [
    {
      versions: '5.2.5-stats',
      class: 'DataSource',
      perIteration: 2,
      retainer: 'StrongRegistry',
      reason: 'the map from models to tenants still holds every model and its DataSource',
    },
  ],
});
