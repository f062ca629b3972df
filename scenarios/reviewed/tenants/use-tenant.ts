import { equal } from 'node:assert/strict';
import type * as tenantRegistry from '../../../packages-under-test/tenant-registry/fixed/index.ts';

/** The package under test, whichever version. */
export type TenantRegistry = typeof tenantRegistry;
type DataSource = InstanceType<TenantRegistry['DataSource']>;
type Properties = Parameters<DataSource['define']>[1];

/** Defines a tenant's two models, with `extra` properties on the first, and makes one request of them. */
export async function useTenant(tenant: DataSource, extra: Properties = {}): Promise<void> {
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
  equal((await Order.findOne({ customerId: 1 }))?.data.id, 1);
}
