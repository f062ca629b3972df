import { dataSourceOf } from '../common/data-source.ts';
import { CountingRegistry } from './counting-registry.ts';

const registry = new CountingRegistry();

export const DataSource = dataSourceOf(registry);
export const getStats = () => registry.getStats();
