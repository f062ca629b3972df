import { scenario } from 'steadyheap';

// Small integers: only the array's backing store grows, by half its length at a time.
export default scenario('small integers in an array', {
  setup: () => ({ ids: [] as number[] }),
  iterate({ ids }, i) {
    for (let k = 0; k < 20; k++) ids.push(i);
  },
});
