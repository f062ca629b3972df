import type * as tenantRegistry from '../../packages-under-test/tenant-registry/fixed/index.ts';
import { LiveCount } from './live-count.ts';

/** The review's own set-up: 50 tenants, 10 requests of each. */
export const TENANTS = 50;
export const REQUESTS = 10;

/** An application that makes a DataSource for each request, as the review describes it. */
export class Application {
  /** DataSources made so far. */
  created = 0;
  readonly proxies = new LiveCount();
  readonly #package: typeof tenantRegistry;

  constructor(underTest: typeof tenantRegistry) {
    this.#package = underTest;
  }

  /** One request of one tenant, up to its answer; the DataSource is still connected. */
  async answer(request: number) {
    const tenant = new this.#package.DataSource('tenant', {
      connector: 'memory',
      database: `tenant-${request % TENANTS}`,
    });
    this.created++;
    this.proxies.add(tenant.models);
    const Customer = tenant.define('Customer', {
      id: Number,
      name: String,
      address: { street: String, city: { name: String, country: String } },
    });
    await Customer.create({ id: 1, name: 'Ada', address: { street: 'High St', city: { name: 'Bath' } } });
    await Customer.findOne({ id: 1 });
    return tenant;
  }

  get registries(): number {
    return this.#package.getStats().tenantRegistries;
  }
}
