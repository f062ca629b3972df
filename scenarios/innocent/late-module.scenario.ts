import { scenario } from 'steadyheap';

// Innocent: a large module is loaded once, well after the warm-up.
export default scenario('a module loaded in the middle of the run', {
  warmup: 50,
  async iterate(_, i) {
    if (i < 190) return { text: `request ${i}` };
    const { DatabaseSync } = await import('node:sqlite');
    return { text: DatabaseSync.name };
  },
});
