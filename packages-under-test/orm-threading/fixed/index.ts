import { ASK_EVERY, DbLocks, type WaitOptions, WaitTimeoutError } from '../common/locks.ts';

export { WaitTimeoutError };

/** A lock that processes share by way of a database. */
export class DatabaseMutex extends DbLocks {
  /** Resolves when nobody has the lock. It stops asking however the waiting ends. */
  wait(name: string, { timeout, every = ASK_EVERY }: WaitOptions = {}): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const started = Date.now();
    const timer = setInterval(async () => {
      try {
        if (!(await this.isLocked(name))) resolve();
        else if (timeout !== undefined && Date.now() - started >= timeout) {
          reject(new WaitTimeoutError(`Lock "${name}" was not released within ${timeout} ms`));
        }
      } catch (error) {
        reject(error);
      }
    }, every);
    return promise.finally(() => clearInterval(timer));
  }
}
