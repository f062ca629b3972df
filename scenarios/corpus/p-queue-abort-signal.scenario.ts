import { scenario } from 'steadyheap';

// sindresorhus/p-queue#235
export default scenario('p-queue: tasks under one abort signal', {
  package: 'p-queue',
  versions: ['9.0.0', '9.0.1'],
  iterations: 100,
  async setup({ load }) {
    const { default: PQueue } = await load();
    return { queue: new PQueue({ concurrency: 2 }), shutdown: new AbortController() };
  },
  async iterate({ queue, shutdown }, i) {
    await queue.add(async () => i, { signal: shutdown.signal });
  },
  known: [
    {
      versions: '9.0.0',
      class: 'Promise',
      perIteration: 4,
      retainer: 'AbortSignal[symbol kEvents] ▸ Map[key "abort"]',
      reason: 'the promise raced against a finished task never settles, and the listener on the signal keeps it',
      issue: 'https://github.com/sindresorhus/p-queue/issues/235',
    },
  ],
});
