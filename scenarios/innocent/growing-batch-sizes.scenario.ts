import { scenario } from 'steadyheap';

// Innocent: the scratch array is as long as the largest request so far, and no request is longer than 5,000.
export default scenario('a scratch array as long as the largest request', {
  warmup: 50,
  setup: () => ({ scratch: new Float64Array(0) }),
  iterate(context, i) {
    const wanted = Math.min(5000, 100 + i * 20);
    if (context.scratch.length < wanted) context.scratch = new Float64Array(wanted);
    context.scratch.fill(i);
  },
});
