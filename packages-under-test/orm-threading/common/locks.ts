import type { Client } from 'pg';

/** Locks in a table of PostgreSQL: a name is locked while it has a row. */
export class DbLocks {
  private readonly database: Client;

  constructor(database: Client) {
    this.database = database;
  }

  /** Makes the table when there is none yet. */
  async createTable(): Promise<void> {
    await this.database.query('create unlogged table if not exists locks (name text primary key)');
  }

  /** Takes the lock; false when somebody else has it. */
  async tryLock(name: string): Promise<boolean> {
    const { rowCount } = await this.database.query('insert into locks values ($1) on conflict do nothing', [name]);
    return rowCount === 1;
  }

  async unlock(name: string): Promise<void> {
    await this.database.query('delete from locks where name = $1', [name]);
  }

  async isLocked(name: string): Promise<boolean> {
    const { rows } = await this.database.query('select from locks where name = $1', [name]);
    return rows.length > 0;
  }
}

/** How to wait for a lock. */
export interface WaitOptions {
  /** The longest to wait, in milliseconds; for ever by default. */
  timeout?: number;
  /** How often to ask the database, in milliseconds. */
  every?: number;
}

/** How often the database is asked when its user does not say, in milliseconds. */
export const ASK_EVERY = 1_000;

/** The lock was not released in time. */
export class WaitTimeoutError extends Error {
  override name = 'WaitTimeoutError';
}
