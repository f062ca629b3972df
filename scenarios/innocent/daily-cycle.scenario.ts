import { scenario } from 'steadyheap';

// Innocent: the number of open carts follows the load, up for 150 iterations and down for 150.
export default scenario('carts that follow a slow wave of load', {
  iterations: 600,
  setup: () => ({ carts: [] as { owner: string }[] }),
  iterate({ carts }, i) {
    const phase = i % 300;
    if (phase < 150) carts.push({ owner: `customer ${i}` });
    else carts.pop();
  },
});
