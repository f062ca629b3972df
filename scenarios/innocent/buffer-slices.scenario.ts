import { scenario } from 'steadyheap';

// Innocent: the last 300 small buffers keep the pages of Node's pool alive that they were cut from, and no more.
// They are reached in the first half of the run.
export default scenario('the last 300 small buffers', {
  iterations: 600,
  warmup: 60,
  setup: () => ({ recent: [] as Buffer[] }),
  iterate({ recent }, i) {
    recent.push(Buffer.from(`message ${i}`.padEnd(100)));
    if (recent.length > 300) recent.shift();
  },
});
