import { scenario } from 'steadyheap';

// One buffer, replaced by a longer one: the number of objects stays the same.
export default scenario('one buffer that gets longer', {
  setup: () => ({ received: Buffer.alloc(0) }),
  iterate(context) {
    context.received = Buffer.concat([context.received, Buffer.alloc(1024)]);
  },
});
