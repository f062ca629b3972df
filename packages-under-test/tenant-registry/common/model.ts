import { type DataAccess, dataAccess } from './data-access.ts';
import type { BaseDataSource } from './data-source.ts';
import { Hooks } from './hooks.ts';
import type { ModelBuilder } from './model-builder.ts';
import type { PropertyType } from './properties.ts';

/** One property as a model knows it. */
export interface PropertyDefinition {
  name: string;
  /** The declared type; a model where the declaration nests an object. */
  type: PropertyType | ModelClass;
  column: { name: string; type: string; nullable: boolean; index: boolean };
  validators: Array<(value: unknown) => string | undefined>;
}

export interface Instance {
  readonly data: Record<string, unknown>;
  /** The names of the properties that were set since the instance was made. */
  readonly changed: Set<string>;
  /** What is wrong with the data, a sentence each. */
  validate(): string[];
  [property: string]: unknown;
}

/** A model class: made at run time, bound to one DataSource. */
export interface ModelClass extends DataAccess<Instance> {
  new (data?: Record<string, unknown>): Instance;
  modelName: string;
  anonymous: boolean;
  definition: ModelDefinition;
  dataSource: BaseDataSource;
  builder: ModelBuilder;
  hooks: Hooks;
}

export interface ModelDefinition {
  name: string;
  properties: Record<string, PropertyDefinition>;
  settings: { table: string; strict: boolean; anonymous: boolean };
  relations: Record<string, ModelClass>;
}

/** Makes a model class with an accessor per property and the methods that reach its DataSource. */
export function createModel(builder: ModelBuilder, definition: ModelDefinition): ModelClass {
  const { name, properties, settings } = definition;
  const { dataSource } = builder;
  class Model {
    readonly data: Record<string, unknown> = {};
    readonly changed = new Set<string>();

    constructor(data: Record<string, unknown> = {}) {
      for (const [key, { type }] of Object.entries(properties)) this.data[key] = toProperty(type, data[key]);
    }

    validate(): string[] {
      return Object.values(properties).flatMap(({ name, validators }) =>
        validators.flatMap((validator) => validator(this.data[name]) ?? []),
      );
    }
  }
  for (const [key, { type }] of Object.entries(properties)) {
    Object.defineProperty(Model.prototype, key, {
      configurable: true,
      enumerable: true,
      get(this: Model) {
        return this.data[key];
      },
      set(this: Model, value: unknown) {
        this.data[key] = toProperty(type, value);
        this.changed.add(key);
      },
    });
    Object.defineProperty(Model.prototype, `${key}Changed`, {
      configurable: true,
      get(this: Model) {
        return this.changed.has(key);
      },
    });
  }
  const hooks = new Hooks();
  const model = Model as unknown as ModelClass;
  return Object.assign(
    model,
    { modelName: name, anonymous: settings.anonymous, definition, dataSource, builder, hooks },
    dataAccess(dataSource, settings.table, hooks, (row) => new model(row)),
  );
}

function toProperty(type: PropertyDefinition['type'], value: unknown): unknown {
  const isModel = typeof type === 'function' && 'modelName' in type;
  return isModel && value ? new type(value as Record<string, unknown>) : value;
}
