import type { Client, QueryResultRow } from 'pg';

/** An open connection to a primary and its replica. */
export class OrmConnection {
  readonly #primary: Client;
  readonly #replica: Client;

  constructor(primary: Client, replica: Client) {
    this.#primary = primary;
    this.#replica = replica;
  }

  /** Runs a statement that changes data. */
  async write(sql: string, values: unknown[] = []): Promise<number> {
    return (await this.#primary.query(sql, values)).rowCount ?? 0;
  }

  /** Runs a query and returns its rows. */
  async read<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#replica.query<Row>(sql, values)).rows;
  }

  async disconnect(): Promise<void> {
    await Promise.all([this.#primary.end(), this.#replica.end()]);
  }
}
