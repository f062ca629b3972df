import { scenario } from 'steadyheap';
import type * as tenantRegistry from '../packages-under-test/tenant-registry/fixed/index.ts';

export default scenario('100 tenant switches with a tenant registry', {
  package: 'tenant-registry',
  versions: ['5.2.5', '5.2.5-stats', '5.2.6', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource, getStats }: typeof tenantRegistry = await load();
    return { DataSource, getStats };
  },
  async iterate({ DataSource }, i) {
    const tenant = new DataSource('tenant', { connector: 'memory', database: `tenant-${i}` });
    const Customer = tenant.define('Customer', {
      id: Number,
      name: String,
      address: { street: String, city: { name: String, country: String } },
    });
    const Order = tenant.define('Order', {
      id: Number,
      customerId: Number,
      shipping: { carrier: String, price: Number },
    });
    await Customer.create({ id: 1, name: 'Ada', address: { street: 'High St', city: { name: 'Bath' } } });
    await Order.create({ id: 1, customerId: 1, shipping: { carrier: 'Post', price: 4 } });
    await Order.findOne({ customerId: 1 });
    await tenant.disconnect();
  },
  // In 5.2.5-stats this stays at 1 while the heap grows: a registry's own counter proves nothing.
  gauges: { tenantRegistries: ({ getStats }) => getStats().tenantRegistries },
  known: [
    {
      versions: '5.2.5',
      class: 'DataSource',
      perIteration: 1,
      // Not only by its owners: the tenant, its id and its shapes stay too.
      retainer: 'StrongRegistry',
      reason: 'every DataSource is a tenant of its own, and disconnect() removes nothing of it',
    },
    {
      versions: '5.2.5-stats',
      class: 'DataSource',
      perIteration: 1,
      retainer: 'StrongRegistry.owners',
      reason: 'one tenant is shared, but the map from models to tenants still holds every model and its DataSource',
    },
  ],
});
