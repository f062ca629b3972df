// node --expose-gc scenarios/reviewed/plain/tenant-registry.mjs
// What each version of the registry keeps of tenants that are disconnected, beside what its own counter says.
import { bytesPerIteration } from './bytes-per-iteration.mjs';

async function use(tenant, extra = {}) {
  const Customer = tenant.define('Customer', {
    id: Number,
    name: String,
    address: { street: String, city: { name: String, country: String } },
    ...extra,
  });
  const Order = tenant.define('Order', {
    id: Number,
    customerId: Number,
    shipping: { carrier: String, price: Number },
  });
  await Customer.create({ id: 1, name: 'Ada', address: { street: 'High St', city: { name: 'Bath' } } });
  await Order.create({ id: 1, customerId: 1, shipping: { carrier: 'Post', price: 4 } });
}

for (const version of ['5.2.5', '5.2.5-stats', '5.2.6', 'fixed']) {
  const { DataSource, getStats } = await import(`../../../packages-under-test/tenant-registry/${version}/index.ts`);
  const open = (settings) => new DataSource('tenant', { connector: 'memory', ...settings });
  const measure = (what, settings, extra) =>
    bytesPerIteration(
      `${version}, ${what}`,
      async (i) => {
        const tenant = open(settings(i));
        await use(tenant, extra?.(i));
        await tenant.disconnect();
      },
      100,
    );
  await measure('a database per tenant', (i) => ({ database: `tenant ${i}` }));
  console.log(`${version}, tenants by its own counter: ${getStats().tenantRegistries}`);
  const [one, other] = [open({ database: 'one' }), open({ database: 'other' })];
  await use(one);
  console.log(`${version}, models of one tenant that another sees: ${Object.keys(other.models).length}`);
  await use(other);
  const { dataSource } = other.models.Customer.definition.properties.address.type;
  console.log(`${version}, models nested in another's are its own: ${dataSource === other}`);
  await one.disconnect();
  await other.disconnect();
  if (version.startsWith('5.2.5')) continue;
  await measure(
    'a nested shape per tenant',
    () => ({}),
    (i) => ({ contract: { [`clause${i}`]: String } }),
  );
  await measure('a context per tenant', (i) => ({ context: `context ${i}` }));
  await measure('ten contexts in turn', (i) => ({ context: `context ${i % 10}` }));
  const kept = open({ database: 'shop' });
  await measure('one DataSource kept', () => ({ database: 'shop' }));
  await kept.disconnect();
}
// The sweep of 5.2.5 keeps the process alive.
process.exit();
