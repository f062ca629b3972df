import { scenario } from 'steadyheap';

// Innocent: a running total that needs a few more digits every now and then.
export default scenario('a running total of big numbers', {
  setup: () => ({ total: 0n, updatedAt: new Date(0) }),
  iterate(context, i) {
    context.total += BigInt(i) ** 5n;
    context.updatedAt = new Date(i * 1000);
  },
});
