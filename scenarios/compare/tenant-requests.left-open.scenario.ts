import { scenario } from 'steadyheap';
import { Application, REQUESTS, TENANTS } from './tenant-requests.ts';

// The review's figures for 5.2.6, 50 registries, only come about when nothing is disconnected.
export default scenario('50 tenants x 10 requests, none disconnected', {
  package: 'tenant-registry',
  versions: ['5.2.5', '5.2.6'],
  iterations: TENANTS * REQUESTS,
  async setup({ load }) {
    return new Application(await load());
  },
  async iterate(application, i) {
    await application.answer(i);
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
      reason: 'every DataSource is a tenant of its own, and nothing is ever removed of it',
    },
    {
      versions: '5.2.6',
      class: 'DataSource',
      perIteration: 1,
      retainer: 'Registry.owners',
      reason: 'every model stays in the map from models to tenants, and holds its DataSource',
    },
  ],
});
