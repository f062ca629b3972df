import { scenario } from 'steadyheap';
import type * as threading from '../../packages-under-test/threading/fixed/index.ts';
import { work } from '../mutexes/callbacks.ts';

export default scenario('critical sections of ever new names', {
  package: 'threading',
  versions: ['leaky', 'fixed'],
  iterations: 200,
  async setup({ load }) {
    const { criticalSection, getStats }: typeof threading = await load();
    return { criticalSection, getStats };
  },
  async iterate({ criticalSection }, i) {
    await criticalSection(`order ${i}`, work);
  },
  gauges: { locks: ({ getStats }) => getStats().locks },
  known: [
    {
      versions: 'leaky',
      class: 'Promise',
      perIteration: 1,
      retainer: 'variable tails',
      reason: 'the end of the queue stays in the map of names after its last caller has left',
    },
  ],
});
