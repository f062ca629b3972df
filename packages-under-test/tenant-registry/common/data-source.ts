import type { ModelClass } from './model.ts';
import { ModelBuilder } from './model-builder.ts';
import type { Properties } from './properties.ts';
import type { Registry } from './registry.ts';

export interface Settings {
  /** The tenant's database, address, credentials: what tells its configuration from another's. */
  [key: string]: unknown;
  /** The tenant context in which the DataSource is used. */
  context?: string;
}

/** A tenant's database, kept in memory, and the models that live in it. */
export class BaseDataSource {
  readonly name: string;
  readonly settings: Settings;
  connected = true;
  /** The models of this DataSource, by name. */
  models: Record<string, ModelClass>;
  private readonly builder: ModelBuilder;
  private readonly registry: Registry;
  private readonly tables = new Map<string, Record<string, unknown>[]>();

  constructor(name: string, settings: Settings, registry: Registry) {
    this.name = name;
    this.settings = settings;
    this.registry = registry;
    this.builder = new ModelBuilder(this, registry);
    this.models = viewOf(registry.attach(this));
  }

  /** Makes a model; one of the same name is replaced. */
  define(name: string, properties: Properties): ModelClass {
    return this.builder.define(name, properties);
  }

  /** The rows of a table. */
  rows(table: string): Record<string, unknown>[] {
    const rows = this.tables.get(table) ?? [];
    this.tables.set(table, rows);
    return rows;
  }

  /** Takes rows out of a table. */
  remove(table: string, rows: readonly Record<string, unknown>[]): void {
    const gone = new Set(rows);
    this.tables.set(
      table,
      this.rows(table).filter((row) => !gone.has(row)),
    );
  }

  async disconnect(): Promise<void> {
    if (!this.connected) return;
    this.connected = false;
    this.tables.clear();
    this.registry.detach(this);
  }
}

/** The DataSource class of a package that has this registry. */
export function dataSourceOf(registry: Registry) {
  return class DataSource extends BaseDataSource {
    constructor(name: string, settings: Settings = {}) {
      super(name, settings, registry);
    }
  };
}

function viewOf(models: Map<string, ModelClass>): Record<string, ModelClass> {
  return new Proxy(Object.create(null) as Record<string, ModelClass>, {
    get: (_, name) => models.get(name as string),
    has: (_, name) => models.has(name as string),
    ownKeys: () => [...models.keys()],
    getOwnPropertyDescriptor: (_, name) => {
      const value = models.get(name as string);
      return value && { value, enumerable: true, configurable: true };
    },
  });
}
