import { scenario } from 'steadyheap';

// Innocent: the queue gets longer once, at iteration 200, and is drained each time; the array keeps its new backing store.
export default scenario('an array that is made larger once', {
  warmup: 50,
  setup: () => ({ queue: [] as number[] }),
  iterate({ queue }, i) {
    const length = i < 200 ? 500 : 4000;
    for (let k = 0; k < length; k++) queue.push(k);
    let sum = 0;
    for (let k = queue.length; k > 100; k--) sum += queue.pop() as number;
    queue.splice(0, queue.length - 10);
    return sum;
  },
});
