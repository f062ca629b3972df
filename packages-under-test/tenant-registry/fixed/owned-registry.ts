import { configurationId } from '../common/configuration-id.ts';
import type { BaseDataSource } from '../common/data-source.ts';
import type { ModelClass } from '../common/model.ts';
import type { Registry, Stats } from '../common/registry.ts';

/** What one DataSource has made. */
interface Holding {
  tenantId: string;
  models: Map<string, ModelClass>;
  shapes: Map<string, ModelClass>;
}

/** The registry after the fix: every model, anonymous or not, belongs to the DataSource that made it and goes with it. */
export class OwnedRegistry implements Registry {
  /** How many DataSources each tenant has. */
  private readonly tenants = new Map<string, number>();
  private readonly owners = new Map<ModelClass, string>();
  private readonly holdings = new Map<BaseDataSource, Holding>();

  attach(dataSource: BaseDataSource): Map<string, ModelClass> {
    const tenantId = configurationId(dataSource);
    const models = new Map<string, ModelClass>();
    this.tenants.set(tenantId, (this.tenants.get(tenantId) ?? 0) + 1);
    this.holdings.set(dataSource, { tenantId, models, shapes: new Map() });
    return models;
  }

  register(dataSource: BaseDataSource, model: ModelClass): void {
    const { tenantId, models } = this.holdingOf(dataSource);
    const replaced = models.get(model.modelName);
    if (replaced) this.owners.delete(replaced);
    models.set(model.modelName, model);
    this.owners.set(model, tenantId);
  }

  shape(dataSource: BaseDataSource, fingerprint: string, create: () => ModelClass): ModelClass {
    const { tenantId, shapes } = this.holdingOf(dataSource);
    const model = shapes.get(fingerprint) ?? create();
    shapes.set(fingerprint, model);
    this.owners.set(model, tenantId);
    return model;
  }

  detach(dataSource: BaseDataSource): void {
    const { tenantId, models, shapes } = this.holdingOf(dataSource);
    for (const model of [...models.values(), ...shapes.values()]) this.owners.delete(model);
    this.holdings.delete(dataSource);
    dataSource.models = {};
    const others = (this.tenants.get(tenantId) ?? 1) - 1;
    if (others === 0) this.tenants.delete(tenantId);
    else this.tenants.set(tenantId, others);
  }

  getStats(): Stats {
    const anonymousShapes = [...this.holdings.values()].reduce((sum, { shapes }) => sum + shapes.size, 0);
    return { tenantRegistries: this.tenants.size, models: this.owners.size, anonymousShapes };
  }

  private holdingOf(dataSource: BaseDataSource): Holding {
    const holding = this.holdings.get(dataSource);
    if (!holding) throw new Error(`DataSource "${dataSource.name}" is disconnected`);
    return holding;
  }
}
