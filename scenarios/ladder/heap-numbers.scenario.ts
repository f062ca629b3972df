import { scenario } from 'steadyheap';

// The text keeps the array from storing plain doubles: each number is an object of its own, which no census shows.
export default scenario('heap numbers in an array', {
  setup: () => ({ latencies: ['ms'] as (number | string)[] }),
  iterate({ latencies }, i) {
    for (let k = 0; k < 5; k++) latencies.push(i + k + 0.5);
  },
});
