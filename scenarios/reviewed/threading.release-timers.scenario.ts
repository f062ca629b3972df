import { scenario } from 'steadyheap';
import type * as threading from '../../packages-under-test/threading/fixed/index.ts';
import { LOCKERS, work } from '../mutexes/callbacks.ts';

export default scenario('100 concurrent mutexes with release timers of 10 s', {
  package: 'threading',
  versions: ['leaky', 'fixed'],
  iterations: 100,
  drain: '20 s',
  async setup({ load }) {
    const { getStats, Mutex }: typeof threading = await load();
    return { getStats, Mutex };
  },
  async iterate({ Mutex }) {
    // The leaky version clears no timer: it drains, ten seconds after the last lock was released.
    await Promise.all(Array.from({ length: LOCKERS }, () => new Mutex('orders').run(work)));
  },
  gauges: { locks: ({ getStats }) => getStats().locks },
});
