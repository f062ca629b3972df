import type { BaseDataSource } from './data-source.ts';
import type { ModelClass } from './model.ts';

/** What the registry knows of a tenant. */
export interface Tenant {
  id: string;
  models: Map<string, ModelClass>;
  dataSources: WeakSet<BaseDataSource>;
  /** DataSources attached and not yet detached. */
  count: number;
}

/** The registry's own counters. */
export interface Stats {
  tenantRegistries: number;
  models: number;
  anonymousShapes: number;
}

/** Keeps the models of all tenants of the process apart. */
export interface Registry {
  /** Called once by every new DataSource; returns the models it shows, by name. */
  attach(dataSource: BaseDataSource): Map<string, ModelClass>;
  /** Records a named model. */
  register(dataSource: BaseDataSource, model: ModelClass): void;
  /** The anonymous model of a nested shape, made when there is none yet. */
  shape(dataSource: BaseDataSource, fingerprint: string, create: () => ModelClass): ModelClass;
  /** Called when a DataSource disconnects. */
  detach(dataSource: BaseDataSource): void;
}

/** Adds a DataSource to the tenant of this id, which begins to exist with its first one. */
export function joinTenant(tenants: Map<string, Tenant>, id: string, dataSource: BaseDataSource): Tenant {
  const tenant = tenants.get(id) ?? { id, models: new Map(), dataSources: new WeakSet(), count: 0 };
  tenants.set(id, tenant);
  tenant.dataSources.add(dataSource);
  tenant.count++;
  return tenant;
}
