/** The lock was held for longer than it may be. */
export class LockTimeoutError extends Error {
  override name = 'LockTimeoutError';

  constructor(lock: string, milliseconds: number) {
    super(`Lock "${lock}" was held for more than ${milliseconds} ms`);
  }
}
