import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { scenario } from 'steadyheap';

// Innocent: the store of a request is let go when its asynchronous work is done.
export default scenario('a store for each request in AsyncLocalStorage', {
  setup: () => ({ requests: new AsyncLocalStorage<{ id: number; trace: string[] }>() }),
  iterate({ requests }, i) {
    return requests.run({ id: i, trace: [] }, async () => {
      await nextTurn();
      requests.getStore()?.trace.push('handled');
      await Promise.resolve();
    });
  },
});
