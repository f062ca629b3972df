import { scenario } from 'steadyheap';

// Innocent: 100 promises at once, a third of them rejected, all handled.
export default scenario('promises settled, raced and rejected', {
  async iterate(_, i) {
    const jobs = Array.from({ length: 100 }, async (_, k) => {
      await null;
      if (k % 3 === 0) throw new Error(`job ${i}/${k}`);
      return k;
    });
    await Promise.race(jobs).catch(() => {});
    await Promise.allSettled(jobs);
  },
});
