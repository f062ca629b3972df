import { scenario } from 'steadyheap';

// Innocent: 220 keys of the global symbol registry, looked up again and again.
export default scenario('a table of registered symbols', {
  warmup: 50,
  setup: () => ({ handlers: new Map<symbol, { name: string }>() }),
  iterate({ handlers }, i) {
    const name = `event ${i % 220}`;
    const symbol = Symbol.for(name);
    if (!handlers.has(symbol)) handlers.set(symbol, { name });
  },
});
