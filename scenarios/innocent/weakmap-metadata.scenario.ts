import { scenario } from 'steadyheap';

// Innocent: the metadata goes with the request it belongs to.
export default scenario('metadata in a WeakMap', {
  setup: () => ({ metadata: new WeakMap<object, { startedAt: number; tags: string[] }>() }),
  iterate({ metadata }, i) {
    const request = { url: `/orders/${i}` };
    metadata.set(request, { startedAt: i, tags: [`order ${i}`] });
    return metadata.get(request)?.tags.length;
  },
});
