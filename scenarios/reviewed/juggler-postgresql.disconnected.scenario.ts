import { scenario } from 'steadyheap';
import { loadDataSources, useSchema } from './postgresql/data-sources.ts';

export default scenario('DataSources of PostgreSQL that are disconnected', {
  package: 'loopback-connector-postgresql',
  versions: ['9.0.3'],
  services: ['postgres'],
  iterations: 50,
  async setup({ load, services }) {
    return loadDataSources(load, services.postgres);
  },
  async iterate({ open }) {
    const tenant = open('public');
    await useSchema(tenant);
    await tenant.disconnect();
  },
});
