import { configurationId } from '../common/configuration-id.ts';
import type { BaseDataSource } from '../common/data-source.ts';
import type { ModelClass } from '../common/model.ts';
import { joinTenant, type Registry, type Stats, type Tenant } from '../common/registry.ts';

/**
 * The registry of 5.2.6: a tenant's models go with its last DataSource. Anonymous models belong to the tenant context
 * that met their shape first.
 */
export class CountingRegistry implements Registry {
  private readonly tenants = new Map<string, Tenant>();
  private readonly owners = new Map<ModelClass, string>();
  private readonly contexts = new Map<string, Map<string, ModelClass>>();
  private readonly tenantIds = new WeakMap<BaseDataSource, string>();

  attach(dataSource: BaseDataSource): Map<string, ModelClass> {
    const id = configurationId(dataSource);
    const tenant = joinTenant(this.tenants, id, dataSource);
    this.tenantIds.set(dataSource, id);
    return tenant.models;
  }

  register(dataSource: BaseDataSource, model: ModelClass): void {
    const tenant = this.tenantOf(dataSource);
    tenant?.models.set(model.modelName, model);
    if (tenant) this.owners.set(model, tenant.id);
  }

  shape(dataSource: BaseDataSource, fingerprint: string, create: () => ModelClass): ModelClass {
    const context = dataSource.settings.context ?? 'default';
    const shapes = this.contexts.get(context) ?? new Map<string, ModelClass>();
    this.contexts.set(context, shapes);
    const model = shapes.get(fingerprint) ?? create();
    shapes.set(fingerprint, model);
    return model;
  }

  detach(dataSource: BaseDataSource): void {
    const tenant = this.tenantOf(dataSource);
    dataSource.models = {};
    if (!tenant || --tenant.count > 0) return;
    this.tenants.delete(tenant.id);
    for (const [model, owner] of this.owners) if (owner === tenant.id) this.owners.delete(model);
  }

  getStats(): Stats {
    const anonymousShapes = [...this.contexts.values()].reduce((sum, shapes) => sum + shapes.size, 0);
    return { tenantRegistries: this.tenants.size, models: this.owners.size, anonymousShapes };
  }

  private tenantOf(dataSource: BaseDataSource): Tenant | undefined {
    return this.tenants.get(this.tenantIds.get(dataSource) ?? '');
  }
}
