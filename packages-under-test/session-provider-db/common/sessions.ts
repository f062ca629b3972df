import type { Client } from 'pg';

/** How often expired sessions are removed, in milliseconds. */
export const CLEAN_UP_EVERY = 10 * 60_000;

export interface Session {
  id: string;
  data: Record<string, unknown>;
  /** When the session ends. */
  expires: Date;
}

/** Sessions in a table of PostgreSQL. */
export class DbSessions {
  private readonly database: Client;

  constructor(database: Client) {
    this.database = database;
  }

  /** Makes the table when there is none yet. */
  async createTable(): Promise<void> {
    await this.database.query(
      'create unlogged table if not exists sessions (id text primary key, data jsonb, expires timestamptz)',
    );
  }

  async save({ id, data, expires }: Session): Promise<void> {
    await this.database.query(
      `insert into sessions values ($1, $2, $3)
       on conflict (id) do update set data = excluded.data, expires = excluded.expires`,
      [id, data, expires],
    );
  }

  /** The session of this id; undefined when there is none or it has expired. */
  async restore(id: string): Promise<Session | undefined> {
    const { rows } = await this.database.query<Session>('select * from sessions where id = $1 and expires > now()', [
      id,
    ]);
    return rows[0];
  }

  /** Removes the sessions that have expired. */
  async removeExpired(): Promise<void> {
    await this.database.query('delete from sessions where expires <= now()');
  }
}
