import { AsyncLocalStorage, createHook } from 'node:async_hooks';

const action = new AsyncLocalStorage<symbol>();

/** The timers that something starts and that are neither over nor cleared when it has ended; those of others do not count. */
export async function timersLeftBy(start: () => Promise<unknown>): Promise<NodeJS.Timeout[]> {
  const own = Symbol('action');
  const left = new Map<number, NodeJS.Timeout>();
  const hook = createHook({
    init(id, type, _trigger, resource) {
      if (type === 'Timeout' && action.getStore() === own) left.set(id, resource as NodeJS.Timeout);
    },
    destroy: (id) => void left.delete(id),
  }).enable();
  try {
    await action.run(own, start);
    // Their end is reported in a turn of its own.
    await new Promise(setImmediate);
    return [...left.values()];
  } finally {
    hook.disable();
  }
}
