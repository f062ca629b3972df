import { scenario } from 'steadyheap';
import { order, startQueue } from './stomp/queue.ts';

export default scenario('a queue connection that is disposed', {
  package: '@spinajs/queue-stomp-transport',
  versions: ['2.0.531'],
  iterations: 100,
  async setup({ load }) {
    return startQueue(load);
  },
  async iterate({ client }, i) {
    const queue = client(`shop ${i}`);
    await queue.resolve();
    await queue.subscribe('/queue/orders', async () => {});
    await queue.emit(order(i));
    await queue.dispose();
  },
  async teardown({ broker }) {
    await broker.stop();
  },
});
