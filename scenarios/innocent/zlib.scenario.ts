import { promisify } from 'node:util';
import { deflate, gunzipSync, gzipSync, inflate } from 'node:zlib';
import { scenario } from 'steadyheap';

const compress = promisify(deflate);
const expand = promisify(inflate);

// Innocent: each stream of zlib is closed when it is done, and its native state with it.
export default scenario('compression there and back', {
  async iterate(_, i) {
    const text = Buffer.from(`line ${i}\n`.repeat(500));
    const there = await compress(text);
    const back = await expand(there);
    return gunzipSync(gzipSync(back)).length;
  },
});
