import type { BaseDataSource } from './data-source.ts';
import type { ModelClass } from './model.ts';
import { joinTenant, type Registry, type Stats, type Tenant } from './registry.ts';

const SWEEP_EVERY = 5 * 60_000;
const IDLE_AFTER = 30 * 60_000;

/** The registry of 5.2.5: what a tenant has made stays until the tenant has been idle for half an hour. */
export class StrongRegistry implements Registry {
  private readonly tenants = new Map<string, Tenant>();
  private readonly lastUsed = new Map<string, number>();
  private readonly owners = new Map<ModelClass, string>();
  private readonly shapes = new Map<string, ModelClass>();
  private readonly tenantIds = new WeakMap<BaseDataSource, string>();
  private readonly identify: (dataSource: BaseDataSource) => string;
  private sweeper: NodeJS.Timeout | undefined;

  /** `identify` gives the id of the tenant that a new DataSource belongs to. */
  constructor(identify: (dataSource: BaseDataSource) => string) {
    this.identify = identify;
  }

  attach(dataSource: BaseDataSource): Map<string, ModelClass> {
    const id = this.identify(dataSource);
    const tenant = joinTenant(this.tenants, id, dataSource);
    this.tenantIds.set(dataSource, id);
    this.lastUsed.set(id, Date.now());
    this.sweeper ??= setInterval(() => this.sweep(), SWEEP_EVERY);
    return tenant.models;
  }

  register(dataSource: BaseDataSource, model: ModelClass): void {
    const id = this.idOf(dataSource);
    this.tenants.get(id)?.models.set(model.modelName, model);
    this.owners.set(model, id);
    this.lastUsed.set(id, Date.now());
  }

  shape(dataSource: BaseDataSource, fingerprint: string, create: () => ModelClass): ModelClass {
    const id = this.idOf(dataSource);
    const key = `${id}|${fingerprint}`;
    const model = this.shapes.get(key) ?? create();
    this.shapes.set(key, model);
    this.owners.set(model, id);
    return model;
  }

  detach(dataSource: BaseDataSource): void {
    const tenant = this.tenants.get(this.idOf(dataSource));
    if (tenant) tenant.count--;
  }

  getStats(): Stats {
    return { tenantRegistries: this.tenants.size, models: this.owners.size, anonymousShapes: this.shapes.size };
  }

  private idOf(dataSource: BaseDataSource): string {
    return this.tenantIds.get(dataSource) ?? this.identify(dataSource);
  }

  private sweep(): void {
    const oldest = Date.now() - IDLE_AFTER;
    for (const [id, time] of this.lastUsed) {
      if (time > oldest) continue;
      this.tenants.delete(id);
      this.lastUsed.delete(id);
      for (const [model, owner] of this.owners) if (owner === id) this.owners.delete(model);
      for (const key of this.shapes.keys()) if (key.startsWith(`${id}|`)) this.shapes.delete(key);
    }
  }
}
