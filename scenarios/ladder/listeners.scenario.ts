import { EventEmitter } from 'node:events';
import { scenario } from 'steadyheap';

export default scenario('listeners on a long-lived emitter', {
  setup: () => ({ bus: new EventEmitter().setMaxListeners(0) }),
  iterate({ bus }, i) {
    bus.on('shutdown', () => i);
  },
  known: [{ class: 'closure *', perIteration: 1, retainer: 'Object.bus', reason: 'planted: a listener never removed' }],
});
