import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { scenario } from 'steadyheap';

// expected: leak (fds)
// A descriptor is a number: no object and no handle goes with it. The numbers are kept for teardown only.
export default scenario('descriptors that nobody closes', {
  setup: () => ({ first: openSync(devNull, 'r'), last: 0 }),
  iterate(context) {
    context.last = openSync(devNull, 'r');
    return { opened: context.last };
  },
  teardown: ({ last }) => closeSync(last),
});
