import { dataSourceOf } from '../common/data-source.ts';
import { StrongRegistry } from '../common/strong-registry.ts';

let made = 0;

/** The time and a counter keep tenants of the same name apart. */
const registry = new StrongRegistry(({ name }) => `${name}-${Date.now()}-${++made}`);

export const DataSource = dataSourceOf(registry);
export const getStats = () => registry.getStats();
