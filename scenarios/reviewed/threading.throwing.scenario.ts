import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import type * as threading from '../../packages-under-test/threading/fixed/index.ts';
import { fail, LOCKERS } from '../mutexes/callbacks.ts';
import { outcomesOf } from '../mutexes/outcomes.ts';

export default scenario('100 concurrent mutexes whose callbacks throw', {
  package: 'threading',
  versions: ['leaky', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { criticalSection, getStats, LockTimeoutError }: typeof threading = await load();
    return { criticalSection, getStats, LockTimeoutError };
  },
  async iterate({ criticalSection, LockTimeoutError }, i) {
    // Half of them on one name, half on names of their own.
    const callers = Array.from({ length: LOCKERS }, (_, locker) =>
      criticalSection(locker % 2 === 0 ? 'orders' : `order ${i}/${locker}`, fail),
    );
    const { failed } = await outcomesOf(callers, (error) => error instanceof LockTimeoutError);
    equal(failed, LOCKERS);
  },
  gauges: { locks: ({ getStats }) => getStats().locks },
  known: [
    {
      versions: 'leaky',
      class: 'Promise',
      perIteration: 50,
      retainer: 'variable tails',
      reason: 'the end of the queue stays in the map of names after its last caller has left',
    },
  ],
});
