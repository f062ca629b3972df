import { deepEqual } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { fail, LOCKERS, work } from './mutexes/callbacks.ts';
import { type Outcomes, outcomesOf } from './mutexes/outcomes.ts';

/** How long a caller waits for its lock, in milliseconds. */
const TIMEOUT = 5;

/** The caller that holds its lock until all others have ended, so that those behind it are timed out. */
const HOLDER = 49;

export default scenario('100 concurrent callers of async-mutex', {
  package: 'async-mutex',
  versions: ['0.5.0'],
  iterations: 100,
  async setup({ load }) {
    const { E_TIMEOUT, Mutex, withTimeout } = await load();

    async function contend(mutexes: number, lockers: number): Promise<Outcomes> {
      const locks = Array.from({ length: mutexes }, () => new Mutex());
      const ended = Promise.withResolvers<void>();
      const callers = Array.from({ length: lockers }, (_, locker): Promise<void> => {
        const callback = locker === HOLDER ? () => ended.promise : locker % 10 === 0 ? fail : work;
        return withTimeout(locks[locker % mutexes], TIMEOUT).runExclusive(callback);
      });
      const [holder] = callers.splice(HOLDER, 1);
      const outcomes = await outcomesOf(callers, (error) => error === E_TIMEOUT);
      ended.resolve();
      await holder;
      return outcomes;
    }

    return { contend };
  },
  async iterate({ contend }) {
    deepEqual(await contend(1, LOCKERS), { succeeded: 44, failed: 5, timedOut: 50 });
    deepEqual(await contend(LOCKERS, 2 * LOCKERS), { succeeded: 178, failed: 20, timedOut: 1 });
  },
});
