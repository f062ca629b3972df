import { CLEAN_UP_EVERY, DbSessions } from '../common/sessions.ts';

/** Keeps sessions in a database. The interval that removes expired ones holds the provider, and nobody can end it. */
export class DbSessionProvider extends DbSessions {
  async resolve(): Promise<void> {
    await this.createTable();
    setInterval(() => this.removeExpired(), CLEAN_UP_EVERY);
  }
}
