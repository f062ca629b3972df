import { CLEAN_UP_EVERY, DbSessions } from '../common/sessions.ts';

/**
 * Keeps sessions in a database. The interval does not keep the process alive, and is in no list of its active resources
 * any more; but it still ticks, and still holds the provider.
 */
export class DbSessionProvider extends DbSessions {
  async resolve(): Promise<void> {
    await this.createTable();
    setInterval(() => this.removeExpired(), CLEAN_UP_EVERY).unref();
  }
}
