import { scenario } from 'steadyheap';

const SIZES = [1024, 4096, 16_384, 65_536];

// Innocent: buffers go back to the pool; more are made only while ever more are used at once, up to sixteen of each size.
export default scenario('buffers lent by a pool', {
  warmup: 50,
  setup: () => ({ free: new Map(SIZES.map((size) => [size, [] as Buffer[]])) }),
  iterate({ free }, i) {
    const atOnce = Math.min(16, 1 + Math.floor(i / 15));
    for (const [size, buffers] of free) {
      const lent = Array.from({ length: atOnce }, () => buffers.pop() ?? Buffer.alloc(size));
      for (const buffer of lent) buffer.writeUInt32LE(i);
      buffers.push(...lent);
    }
  },
});
