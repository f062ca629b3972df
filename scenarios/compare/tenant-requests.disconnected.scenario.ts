import { scenario } from 'steadyheap';
import { Application, REQUESTS, TENANTS } from './tenant-requests.ts';

export default scenario('50 tenants x 10 requests, each disconnected', {
  package: 'tenant-registry',
  versions: ['5.2.5', '5.2.6'],
  iterations: TENANTS * REQUESTS,
  async setup({ load }) {
    return new Application(await load());
  },
  async iterate(application, i) {
    const tenant = await application.answer(i);
    await tenant.disconnect();
  },
  gauges: {
    dataSourcesCreated: ({ created }) => created,
    liveRegistries: ({ registries }) => registries,
    liveProxies: ({ proxies }) => proxies.alive,
  },
  known: [
    {
      versions: '5.2.5',
      class: 'DataSource',
      perIteration: 1,
      retainer: 'StrongRegistry',
      reason: 'every DataSource is a tenant of its own, and disconnect() removes nothing of it',
    },
  ],
});
