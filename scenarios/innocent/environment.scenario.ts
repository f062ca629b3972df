import { scenario } from 'steadyheap';

// Innocent: one variable that alternates between two values, which the C library keeps.
export default scenario('an environment variable that alternates', {
  iterate(_, i) {
    process.env.INNOCENT_MODE = i % 2 === 0 ? 'maintenance' : 'normal';
    return { mode: process.env.INNOCENT_MODE };
  },
  thresholds: { rss: '16 kB' },
});
