import { scenario } from 'steadyheap';

export default scenario('closures in a chain', {
  setup: () => ({ last: (): number => 0 }),
  iterate(context, i) {
    const previous = context.last;
    context.last = () => (i % 2 === 0 ? i : previous());
  },
  known: [
    { class: 'closure *', perIteration: 1, retainer: 'Object.last', reason: 'planted: each holds the one before' },
  ],
});
