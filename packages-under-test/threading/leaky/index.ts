import { LockTimeoutError } from '../common/errors.ts';
import { type MutexOptions, RELEASE_AFTER } from '../common/release-after.ts';

export { LockTimeoutError };

/** The end of each queue, by the name of its lock. */
const tails = new Map<string, Promise<void>>();

/** Runs the callbacks given under one name one after another. */
export function criticalSection<Result>(name: string, callback: () => Result | Promise<Result>): Promise<Result> {
  const previous = tails.get(name) ?? Promise.resolve();
  const result = previous.then(callback);
  tails.set(name, result.then(ignore, ignore));
  return result;
}

/** A named lock, shared by all mutexes of that name, which is taken away from a callback that holds it for too long. */
export class Mutex {
  readonly name: string;
  private readonly releaseAfter: number;

  constructor(name: string, { releaseAfter = RELEASE_AFTER }: MutexOptions = {}) {
    this.name = name;
    this.releaseAfter = releaseAfter;
  }

  /** Runs the callback while it holds the lock; rejects with what it throws, or with a LockTimeoutError. */
  run<Result>(callback: () => Result | Promise<Result>): Promise<Result> {
    return criticalSection(this.name, () => {
      const timeout = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new LockTimeoutError(this.name, this.releaseAfter)), this.releaseAfter);
      });
      return Promise.race([call(callback), timeout]);
    });
  }
}

/** How many names are known. */
export function getStats(): { locks: number } {
  return { locks: tails.size };
}

/** Waits until every queue is empty. */
export async function shutdown(): Promise<void> {
  await Promise.all(tails.values());
}

async function call<Result>(callback: () => Result | Promise<Result>): Promise<Result> {
  return callback();
}

function ignore(): void {}
