import { scenario } from 'steadyheap';

export default scenario('big integers in an array', {
  setup: () => ({ totals: [] as bigint[] }),
  iterate({ totals }, i) {
    totals.push(2n ** 70n + BigInt(i));
  },
  known: [{ class: 'bigint', perIteration: 1, retainer: 'Object.totals', reason: 'planted: a bigint' }],
});
