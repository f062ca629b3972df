import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { scenario } from 'steadyheap';

// Innocent: subscribed and unsubscribed on 90 channels in turn; Node holds a channel weakly.
export default scenario('diagnostics channels subscribed to and left', {
  iterate(_, i) {
    const name = `innocent:${i % 90}`;
    const listener = () => {};
    subscribe(name, listener);
    unsubscribe(name, listener);
  },
});
