import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { scenario } from 'steadyheap';

// Innocent: a message is cloned through a channel, and the channel is closed.
export default scenario('message channels opened and closed', {
  iterations: 60,
  async iterate(_, i) {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', () => {});
    const arrived = once(port2, 'message');
    port1.postMessage(structuredClone({ id: i, rows: new Map([[i, new Date(i)]]), bytes: new Uint8Array(1000) }));
    await arrived;
    const closed = once(port2, 'close');
    port1.close();
    await closed;
  },
});
