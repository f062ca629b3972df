import { scenario } from 'steadyheap';
import { type TenantRegistry, useTenant } from './tenants/use-tenant.ts';

const TENANTS = 50;
const REQUESTS = 10;

/** One iteration is a round: 50 tenants are opened, make ten requests each, and are disconnected. */
export default scenario('20 rounds of 50 tenants with 10 requests each', {
  package: 'tenant-registry',
  versions: ['5.2.5', '5.2.5-stats', '5.2.6', 'fixed'],
  iterations: 20,
  timeout: '10 min',
  async setup({ load }) {
    const { DataSource, getStats }: TenantRegistry = await load();
    const tenants = { opened: 0, collected: 0 };
    const disposals = new FinalizationRegistry(() => {
      tenants.collected++;
    });
    return { DataSource, getStats, tenants, disposals };
  },
  async iterate({ DataSource, tenants, disposals }) {
    for (let tenant = 0; tenant < TENANTS; tenant++) {
      const source = new DataSource('tenant', { connector: 'memory', database: `tenant ${tenant}` });
      tenants.opened++;
      disposals.register(source, undefined);
      await useTenant(source);
      for (let request = 2; request <= REQUESTS; request++) {
        await source.models.Order.create({ id: request, customerId: 1 });
        await source.models.Order.find({ customerId: 1 });
      }
      await source.disconnect();
    }
  },
  gauges: {
    /** How many of all DataSources that were opened and disconnected are gone, in per cent. */
    disposedPercent: ({ tenants }) => (tenants.opened === 0 ? 100 : (100 * tenants.collected) / tenants.opened),
    tenantRegistries: ({ getStats }) => getStats().tenantRegistries,
  },
  known: [
    {
      versions: '5.2.5',
      class: 'DataSource',
      perIteration: TENANTS,
      retainer: 'StrongRegistry',
      reason: 'every DataSource is a tenant of its own, and disconnect() removes nothing of it',
    },
    {
      versions: '5.2.5-stats',
      class: 'DataSource',
      perIteration: TENANTS,
      retainer: 'StrongRegistry.owners',
      reason: 'one tenant is shared, but the map from models to tenants still holds every model and its DataSource',
    },
  ],
});
