import { EventEmitter, once } from 'node:events';
import { scenario } from 'steadyheap';

// Innocent: every listener on the long-lived emitter and on the long-lived signal is taken off again.
export default scenario('listeners added and removed', {
  setup: () => ({ bus: new EventEmitter(), shutdown: new AbortController() }),
  async iterate({ bus, shutdown }, i) {
    const heard: number[] = [];
    const listener = (n: number) => heard.push(n);
    bus.on('tick', listener);
    const next = once(bus, 'tick', { signal: shutdown.signal });
    bus.emit('tick', i);
    await next;
    bus.off('tick', listener);
  },
});
