import type { BaseDataSource } from './data-source.ts';
import { createModel, type ModelClass, type ModelDefinition, type PropertyDefinition } from './model.ts';
import { fingerprint, isNested, type Properties, type PropertyType } from './properties.ts';
import type { Registry } from './registry.ts';

let anonymousModels = 0;

/** Makes the models of one DataSource. */
export class ModelBuilder {
  readonly dataSource: BaseDataSource;
  /** The models made here, by name. */
  readonly models: Record<string, ModelClass> = {};
  private readonly registry: Registry;

  constructor(dataSource: BaseDataSource, registry: Registry) {
    this.dataSource = dataSource;
    this.registry = registry;
  }

  /** Makes a named model and registers it; nested plain objects become anonymous models. */
  define(name: string, properties: Properties): ModelClass {
    const model = createModel(this, this.definition(name, properties, false));
    this.models[name] = model;
    this.registry.register(this.dataSource, model);
    return model;
  }

  private definition(name: string, properties: Properties, anonymous: boolean): ModelDefinition {
    const resolved: Record<string, PropertyDefinition> = {};
    const relations: Record<string, ModelClass> = {};
    for (const [key, type] of Object.entries(properties)) {
      const nested = isNested(type) ? this.nested(type) : undefined;
      if (nested) relations[key] = nested;
      resolved[key] = {
        name: key,
        type: nested ?? type,
        column: { name: key.toLowerCase(), type: fingerprint(type), nullable: key !== 'id', index: key === 'id' },
        validators: [typeValidator(key, type)],
      };
    }
    return { name, properties: resolved, settings: { table: name.toLowerCase(), strict: true, anonymous }, relations };
  }

  private nested(type: Properties): ModelClass {
    return this.registry.shape(this.dataSource, fingerprint(type), () =>
      createModel(this, this.definition(`Anon_${++anonymousModels}`, type, true)),
    );
  }
}

function typeValidator(name: string, type: PropertyType): (value: unknown) => string | undefined {
  if (type !== String && type !== Number && type !== Boolean) return () => undefined;
  const expected = type.name.toLowerCase();
  return (value) => {
    const fits = value === undefined || value === null || typeof value === expected;
    return fits ? undefined : `${name} is not a ${expected}`;
  };
}
