import { deepEqual } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import type * as threading from '../packages-under-test/threading/fixed/index.ts';
import { callbackOf, LOCKERS } from './mutexes/callbacks.ts';
import { outcomesOf } from './mutexes/outcomes.ts';

/** Short, so that the timers nobody clears are gone with the iteration: this scenario is about what stays for good. */
const RELEASE_AFTER = 5;

export default scenario('100 concurrent mutexes on 100 names', {
  package: 'threading',
  versions: ['leaky', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { LockTimeoutError, Mutex, getStats, shutdown }: typeof threading = await load();
    return { LockTimeoutError, Mutex, getStats, shutdown };
  },
  async iterate({ LockTimeoutError, Mutex }, i) {
    const callers: Promise<void>[] = [];
    for (let locker = 0; locker < LOCKERS; locker++) {
      const mutex = new Mutex(`order ${i}/${locker}`, { releaseAfter: RELEASE_AFTER });
      callers.push(mutex.run(callbackOf(locker)));
    }
    const outcomes = await outcomesOf(callers, (error) => error instanceof LockTimeoutError);
    deepEqual(outcomes, { succeeded: 88, failed: 10, timedOut: 2 });
  },
  async teardown({ shutdown }) {
    await shutdown();
  },
  gauges: { locks: ({ getStats }) => getStats().locks },
  known: [
    {
      versions: 'leaky',
      class: 'Promise',
      perIteration: 100,
      retainer: 'variable tails',
      reason: 'the end of the queue stays in the map of names after its last caller has left',
    },
  ],
});
