import { scenario } from 'steadyheap';

// colinhacks/zod commit 36c4ee354
export default scenario('zod: a described schema per request', {
  package: 'zod',
  versions: ['4.1.7', '4.1.8'],
  iterations: 100,
  async setup({ load }) {
    const { z } = await load();
    return { z };
  },
  iterate({ z }) {
    const User = z.object({ name: z.string().describe('the full name'), age: z.number().min(0) });
    User.parse({ name: 'Ada', age: 36 });
  },
  known: [
    {
      versions: '4.1.7',
      class: '_',
      perIteration: 2,
      retainer: '$ZodRegistry._map ▸ Map',
      reason: 'the global registry holds every described schema strongly',
      issue: 'https://github.com/colinhacks/zod/commit/36c4ee354',
    },
  ],
});
