import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import type * as tenantContext from '../../packages-under-test/tenant-context/fixed/index.ts';

const MAP_HOLDS = 'the map of active contexts is strong, and nothing takes a context out of it';

export default scenario('requests in tenant contexts', {
  package: 'tenant-context',
  versions: ['0.6.2', '0.6.3-closures', 'fixed', 'weak'],
  iterations: 200,
  async setup({ load }) {
    const { currentContext, getStats, runInContext }: typeof tenantContext = await load();
    return { currentContext, getStats, runInContext };
  },
  async iterate({ currentContext, runInContext }, i) {
    await runInContext(`tenant ${i % 10}`, async () => {
      currentContext()?.set?.('payload', new Float64Array(64).fill(i));
      await null;
      const payload = currentContext()?.get?.('payload') as Float64Array;
      equal(payload[63], i);
    });
  },
  gauges: { contexts: ({ getStats }) => getStats().contexts },
  known: [
    { versions: '0.6.2', class: 'Domain', perIteration: 1, retainer: 'variable active', reason: MAP_HOLDS },
    {
      versions: '0.6.3-closures',
      class: 'Domain',
      perIteration: 1,
      retainer: 'variable active',
      reason: `${MAP_HOLDS}: dropping its closures frees next to nothing`,
    },
  ],
});
