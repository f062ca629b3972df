/** How long a lock may be held when its user does not say, in milliseconds. */
export const RELEASE_AFTER = 10_000;

export interface MutexOptions {
  /** How long the lock may be held before it is taken away, in milliseconds. */
  releaseAfter?: number;
}
