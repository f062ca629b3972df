import { createHook } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { scenario } from 'steadyheap';

// Innocent: what a hook has recorded of an operation goes when the operation is destroyed, which is after a collection.
export default scenario('an async hook that keeps track of operations', {
  setup() {
    const operations = new Map<number, string>();
    const hook = createHook({
      init: (id, type) => void operations.set(id, type),
      destroy: (id) => void operations.delete(id),
      promiseResolve: (id) => void operations.delete(id),
    });
    return { operations, hook: hook.enable() };
  },
  async iterate() {
    await nextTurn();
  },
  teardown({ hook, operations }) {
    hook.disable();
    operations.clear();
  },
});
