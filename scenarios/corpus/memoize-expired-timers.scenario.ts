import { setTimeout as delay } from 'node:timers/promises';
import { scenario } from 'steadyheap';

// sindresorhus/memoize#103
export default scenario('memoize: results that expire', {
  package: 'memoize',
  versions: ['10.1.0', '10.2.0'],
  iterations: 100,
  async setup({ load }) {
    const { default: memoize, memoizeClear } = await load();
    const square = memoize((value: number) => ({ square: value * value }), { maxAge: 1 });
    return { square, memoizeClear };
  },
  async iterate({ square }, i) {
    square(i);
    await delay(3);
  },
  teardown({ square, memoizeClear }) {
    memoizeClear(square);
  },
  known: [
    {
      versions: '10.1.0',
      class: 'Timeout',
      perIteration: 1,
      retainer: 'Set ▸ Timeout',
      reason: 'the timer of an expired result stays in the set of timers',
      issue: 'https://github.com/sindresorhus/memoize/pull/103',
    },
  ],
});
