import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import type * as threading from '../../packages-under-test/threading/fixed/index.ts';
import { hang, LOCKERS } from '../mutexes/callbacks.ts';
import { outcomesOf } from '../mutexes/outcomes.ts';

/** How long each callback may hold its lock, in milliseconds. */
const RELEASE_AFTER = 5;

export default scenario('100 concurrent mutexes that time out', {
  package: 'threading',
  versions: ['leaky', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { getStats, LockTimeoutError, Mutex }: typeof threading = await load();
    return { getStats, LockTimeoutError, Mutex };
  },
  async iterate({ LockTimeoutError, Mutex }, i) {
    const callers = Array.from({ length: LOCKERS }, (_, locker) =>
      new Mutex(`order ${i}/${locker}`, { releaseAfter: RELEASE_AFTER }).run(hang),
    );
    const { timedOut } = await outcomesOf(callers, (error) => error instanceof LockTimeoutError);
    equal(timedOut, LOCKERS);
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
