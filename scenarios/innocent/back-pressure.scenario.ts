import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { scenario } from 'steadyheap';

// Innocent: a slow consumer makes the buffers of the streams fill up; all of it is gone when the pipeline ends.
export default scenario('streams with back pressure', {
  async iterate() {
    const source = Readable.from(Array.from({ length: 20 }, (_, k) => Buffer.alloc(1024, k)));
    const through = new Transform({ transform: (chunk, _, done) => done(null, chunk), highWaterMark: 2048 });
    const slow = new Writable({ write: (_chunk, _encoding, done) => void setImmediate(done), highWaterMark: 1024 });
    await pipeline(source, through, slow);
  },
});
