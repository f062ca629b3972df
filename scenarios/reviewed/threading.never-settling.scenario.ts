import { setImmediate as turn } from 'node:timers/promises';
import { scenario } from 'steadyheap';
import type * as threading from '../../packages-under-test/threading/fixed/index.ts';

/** Doubles of 8 bytes that each caller holds until its turn: 4 kB. */
const PAYLOAD = 512;

export default scenario('callers behind a callback that never settles', {
  package: 'threading',
  versions: ['leaky', 'fixed'],
  iterations: 200,
  async setup({ load }) {
    const { criticalSection, getStats }: typeof threading = await load();
    // What the holder waits for is alive, as a socket would be; were it garbage, the whole queue would be.
    const answer = Promise.withResolvers<void>();
    criticalSection('orders', () => answer.promise, { releaseAfter: 5 }).catch(() => {});
    return { answer, criticalSection, getStats };
  },
  async iterate({ criticalSection }, i) {
    const payload = new Array(PAYLOAD).fill(i + 0.5);
    criticalSection('orders', () => payload.length).catch(() => {});
    await turn();
  },
  gauges: { locks: ({ getStats }) => getStats().locks },
  known: [
    {
      versions: 'leaky',
      class: 'Promise',
      perIteration: 3,
      retainer: 'Object.answer ▸ Object.promise ▸ Promise',
      reason: 'a lock is never taken away from its holder, and all who come later wait with what they hold',
    },
  ],
});
