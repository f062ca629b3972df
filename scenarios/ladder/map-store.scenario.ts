import { scenario } from 'steadyheap';

// Numbers to numbers: only the map's table grows, to twice its size at a time.
export default scenario('numbers in a map', {
  setup: () => ({ visits: new Map<number, number>() }),
  iterate({ visits }, i) {
    for (let k = 0; k < 20; k++) visits.set(i * 20 + k, k);
  },
});
