import { LockTimeoutError } from '../common/errors.ts';
import { type MutexOptions, RELEASE_AFTER } from '../common/release-after.ts';

export { LockTimeoutError };

/** The lock was not to be had because of a shutdown. */
export class ShutdownError extends Error {
  override name = 'ShutdownError';
}

/** The end of each queue that is not empty, by the name of its lock. */
const tails = new Map<string, Promise<void>>();
/** Ends the callbacks that hold a lock now. */
const holders = new Set<(reason: Error) => void>();
/** Counts shutdowns: a caller that has queued before one does not run after it. */
let shutdowns = 0;

/** Runs the callbacks given under one name one after another, each for at most `releaseAfter` milliseconds. */
export function criticalSection<Result>(
  name: string,
  callback: () => Result | Promise<Result>,
  { releaseAfter = RELEASE_AFTER }: MutexOptions = {},
): Promise<Result> {
  const queuedAt = shutdowns;
  const previous = tails.get(name) ?? Promise.resolve();
  const result = previous.then(() => {
    if (queuedAt !== shutdowns) throw new ShutdownError(`Lock "${name}" is gone`);
    return hold(name, callback, releaseAfter);
  });
  const leave = () => {
    if (tails.get(name) === tail) tails.delete(name);
  };
  const tail = result.then(leave, leave);
  tails.set(name, tail);
  return result;
}

/** A named lock, shared by all mutexes of that name, which is taken away from a callback that holds it for too long. */
export class Mutex {
  readonly name: string;
  private readonly options: MutexOptions;

  constructor(name: string, options: MutexOptions = {}) {
    this.name = name;
    this.options = options;
  }

  /** Runs the callback while it holds the lock; rejects with what it throws, or with a LockTimeoutError. */
  run<Result>(callback: () => Result | Promise<Result>): Promise<Result> {
    return criticalSection(this.name, callback, this.options);
  }
}

/** How many names are known. */
export function getStats(): { locks: number } {
  return { locks: tails.size };
}

/** Ends the running callbacks, turns away those that wait, and resolves when every queue is empty. */
export async function shutdown(): Promise<void> {
  shutdowns++;
  for (const end of holders) end(new ShutdownError('The locks are shut down'));
  await Promise.all(tails.values());
}

async function hold<Result>(
  name: string,
  callback: () => Result | Promise<Result>,
  milliseconds: number,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const timer = setTimeout(() => reject(new LockTimeoutError(name, milliseconds)), milliseconds);
  holders.add(reject);
  try {
    call(callback).then(resolve, reject);
    return await promise;
  } finally {
    clearTimeout(timer);
    holders.delete(reject);
  }
}

async function call<Result>(callback: () => Result | Promise<Result>): Promise<Result> {
  return callback();
}
