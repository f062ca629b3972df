import { scenario } from 'steadyheap';

export default scenario('buffers in an array', {
  setup: () => ({ chunks: [] as Buffer[] }),
  iterate({ chunks }) {
    chunks.push(Buffer.alloc(16 * 1024));
  },
  known: [{ class: 'Buffer', perIteration: 1, retainer: 'Object.chunks', reason: 'planted: a buffer of 16 KiB' }],
});
