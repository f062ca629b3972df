import { dataSourceOf } from '../common/data-source.ts';
import { OwnedRegistry } from './owned-registry.ts';

const registry = new OwnedRegistry();

export const DataSource = dataSourceOf(registry);
export const getStats = () => registry.getStats();
