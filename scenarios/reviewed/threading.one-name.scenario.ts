import { scenario } from 'steadyheap';
import type * as threading from '../../packages-under-test/threading/fixed/index.ts';
import { work } from '../mutexes/callbacks.ts';

export default scenario('critical sections of one name', {
  package: 'threading',
  versions: ['leaky', 'fixed'],
  iterations: 200,
  async setup({ load }) {
    const { criticalSection, getStats }: typeof threading = await load();
    return { criticalSection, getStats };
  },
  async iterate({ criticalSection }) {
    await criticalSection('orders', work);
  },
  gauges: { locks: ({ getStats }) => getStats().locks },
});
