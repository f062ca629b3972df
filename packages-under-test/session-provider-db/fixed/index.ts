import { CLEAN_UP_EVERY, DbSessions } from '../common/sessions.ts';

/** Keeps sessions in a database until it is disposed. */
export class DbSessionProvider extends DbSessions {
  private cleanUp: NodeJS.Timeout | undefined;

  async resolve(): Promise<void> {
    await this.createTable();
    this.cleanUp = setInterval(() => this.removeExpired(), CLEAN_UP_EVERY);
  }

  /** Ends the removal of expired sessions. */
  async dispose(): Promise<void> {
    clearInterval(this.cleanUp);
  }
}
