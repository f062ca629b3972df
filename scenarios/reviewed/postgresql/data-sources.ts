import type { Load, PostgresService } from 'steadyheap';

/** Loads the connector and the juggler beside it; `open` makes a DataSource whose tables are in `schema`. */
export async function loadDataSources(load: Load, { faults: _, ...server }: PostgresService) {
  const connector = await load();
  const { DataSource } = await load('loopback-datasource-juggler');
  return {
    open: (schema: string, overrides: object = {}) =>
      new DataSource(schema, { connector, schema, ...server, ...overrides }),
  };
}

/** Defines the tenant's model, makes its table when there is none, and makes one request of it. */
// biome-ignore lint/suspicious/noExplicitAny: the juggler is known at run time only
export async function useSchema(tenant: any): Promise<void> {
  const Customer = tenant.define('Customer', { id: { type: Number, id: true, generated: true }, name: String });
  await tenant.autoupdate('Customer');
  await Customer.create({ name: 'Ada' });
  await Customer.findOne({ where: { name: 'Ada' } });
  await Customer.destroyAll();
}
