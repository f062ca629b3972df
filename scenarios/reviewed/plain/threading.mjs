// node --expose-gc scenarios/reviewed/plain/threading.mjs
// The end of each queue stays in the map of names, and a callback that never settles queues all who come later.
import { setTimeout as sleep } from 'node:timers/promises';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;

for (const version of ['leaky', 'fixed']) {
  const { criticalSection, getStats, Mutex } = await import(
    `../../../packages-under-test/threading/${version}/index.ts`
  );
  await bytesPerIteration(`${version}, one name`, () => criticalSection('one', async () => {}));
  await bytesPerIteration(`${version}, ever new names`, (i) => criticalSection(`order ${i}`, async () => {}));
  console.log(`${version}, names kept: ${getStats().locks}`);
  const before = timers();
  await new Mutex('timed').run(async () => {});
  console.log(`${version}, timers left by one lock: ${timers() - before}`);
  const answer = Promise.withResolvers();
  criticalSection('held', () => answer.promise, { releaseAfter: 5 }).catch(() => {});
  await sleep(10);
  await bytesPerIteration(`${version}, callers behind a callback that never settles`, async (i) => {
    const payload = new Array(512).fill(i + 0.5);
    criticalSection('held', () => payload.length).catch(() => {});
    await sleep(0);
  });
  answer.resolve();
}
process.exit();
