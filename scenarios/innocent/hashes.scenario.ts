import { createHash, createHmac, randomBytes } from 'node:crypto';
import { scenario } from 'steadyheap';

// Innocent: native hash contexts that are dropped once digested.
export default scenario('hashes of random bytes', {
  iterate() {
    const data = randomBytes(4096);
    const digest = createHash('sha256').update(data).digest('hex');
    return createHmac('sha512', digest).update(data).digest('base64url');
  },
});
