import { scenario } from 'steadyheap';

// Plain doubles: only the array's backing store grows, by half its length at a time.
export default scenario('doubles in an array', {
  setup: () => ({ latencies: [] as number[] }),
  iterate({ latencies }, i) {
    for (let k = 0; k < 20; k++) latencies.push(i + k + 0.5);
  },
});
