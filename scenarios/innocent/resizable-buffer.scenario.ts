import { scenario } from 'steadyheap';

// Innocent: a buffer that is made larger by a page now and then, up to the 256 kB that were reserved for it.
export default scenario('a resizable buffer that grows to its end', {
  setup: () => ({ bytes: new ArrayBuffer(4096, { maxByteLength: 256 * 1024 }) }),
  iterate({ bytes }, i) {
    const wanted = Math.min(bytes.maxByteLength, 4096 * (1 + Math.floor(i / 4)));
    if (bytes.byteLength < wanted) bytes.resize(wanted);
    new Uint8Array(bytes).fill(i);
    return { filled: bytes.byteLength };
  },
});
