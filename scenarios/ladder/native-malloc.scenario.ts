import { scenario } from 'steadyheap';

// The environment lives in the C library's heap, which shows in the resident set only: nothing limits it by default.
export default scenario('native memory', {
  iterate(_, i) {
    process.env[`LADDER_${i}`] = 'x'.repeat(32 * 1024);
  },
  thresholds: { rss: '8 kB' },
});
