import type { BaseDataSource } from './data-source.ts';
import type { Hooks } from './hooks.ts';

export type Row = Record<string, unknown>;
export type Where = Record<string, unknown>;

/** The methods by which a model class reaches its table. `Instance` is what the class makes of a row. */
export interface DataAccess<Instance> {
  create(data: Row): Promise<Instance>;
  find(where?: Where): Promise<Instance[]>;
  findOne(where?: Where): Promise<Instance | null>;
  findById(id: unknown): Promise<Instance | null>;
  exists(id: unknown): Promise<boolean>;
  count(where?: Where): Promise<number>;
  updateAll(where: Where, data: Row): Promise<number>;
  destroyAll(where?: Where): Promise<number>;
  destroyById(id: unknown): Promise<number>;
}

/** Makes these methods for one model; each is a closure of its own, as a model's user may take it off its class. */
export function dataAccess<Instance>(
  dataSource: BaseDataSource,
  table: string,
  hooks: Hooks,
  instantiate: (row: Row) => Instance,
): DataAccess<Instance> {
  const select = (where: Where = {}) => {
    hooks.notify('access', where);
    return dataSource.rows(table).filter((row) => matches(row, where));
  };
  const access: DataAccess<Instance> = {
    async create(data) {
      hooks.notify('before save', data);
      dataSource.rows(table).push(data);
      hooks.notify('after save', data);
      return instantiate(data);
    },
    async find(where) {
      return select(where).map(instantiate);
    },
    async findOne(where) {
      const [row] = select(where);
      return row ? instantiate(row) : null;
    },
    async findById(id) {
      return access.findOne({ id });
    },
    async exists(id) {
      return select({ id }).length > 0;
    },
    async count(where) {
      return select(where).length;
    },
    async updateAll(where, data) {
      const rows = select(where);
      for (const row of rows) Object.assign(row, data);
      return rows.length;
    },
    async destroyAll(where) {
      const rows = select(where);
      hooks.notify('before delete', where ?? {});
      dataSource.remove(table, rows);
      hooks.notify('after delete', where ?? {});
      return rows.length;
    },
    async destroyById(id) {
      return access.destroyAll({ id });
    },
  };
  return access;
}

function matches(row: Row, where: Where): boolean {
  return Object.keys(where).every((key) => row[key] === where[key]);
}
