import { dataSourceOf } from '../common/data-source.ts';
import { StrongRegistry } from '../common/strong-registry.ts';

/** DataSources of one name share a tenant, so the number of tenants no longer grows. */
const registry = new StrongRegistry(({ name }) => name);

export const DataSource = dataSourceOf(registry);
export const getStats = () => registry.getStats();
