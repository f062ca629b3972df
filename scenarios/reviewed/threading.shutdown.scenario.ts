import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import type * as threading from '../../packages-under-test/threading/fixed/index.ts';
import { hang, LOCKERS, work } from '../mutexes/callbacks.ts';

/** How long each callback may hold its lock, in milliseconds. */
const RELEASE_AFTER = 5;

export default scenario('a shutdown in the middle of 100 concurrent mutexes', {
  package: 'threading',
  versions: ['leaky', 'fixed'],
  iterations: 100,
  async setup({ load }) {
    const { getStats, Mutex, shutdown }: typeof threading = await load();
    return { getStats, Mutex, shutdown };
  },
  async iterate({ Mutex, shutdown }, i) {
    const callers = Array.from({ length: LOCKERS }, (_, locker) => {
      const mutex = new Mutex(`order ${i}/${locker % 50}`, { releaseAfter: RELEASE_AFTER });
      return mutex.run(locker < 50 ? hang : work);
    });
    const ended = Promise.allSettled(callers);
    await shutdown();
    equal((await ended).length, LOCKERS);
  },
  gauges: { locks: ({ getStats }) => getStats().locks },
  known: [
    {
      versions: 'leaky',
      class: 'Promise',
      perIteration: 50,
      retainer: 'variable tails',
      reason: 'a shutdown waits for the queues, but takes no name out of the map',
    },
  ],
});
