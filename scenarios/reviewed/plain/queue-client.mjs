// node --expose-gc scenarios/reviewed/plain/queue-client.mjs
// A client that cannot connect tries again for ever; dispose() arms a timer of 5 s that holds the client.
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
const broker = createServer((socket) => socket.on('error', () => {}).resume());
await new Promise((resolve) => broker.listen(0, '127.0.0.1', resolve));

for (const version of ['fixed', 'leaky']) {
  const { QueueClient } = await import(`../../../packages-under-test/queue-client/${version}/index.ts`);
  const disposed = async () => {
    const client = new QueueClient(broker.address());
    await client.resolve();
    client.subscribe('orders', () => {});
    await client.dispose();
  };
  await bytesPerIteration(`${version}, disposed`, disposed, 50);
  console.log(`${version}, timers left by 100 that were disposed: ${timers()}`);
  await sleep(6000);
  console.log(`${version}, 6 s later: ${timers()}`);
  const refused = () => new QueueClient({ host: '127.0.0.1', port: 1 }).resolve().catch(() => {});
  await bytesPerIteration(`${version}, refused`, refused, 50);
  await sleep(6000);
  console.log(`${version}, timers left by 100 that were refused, 6 s later: ${timers()}`);
}
process.exit();
