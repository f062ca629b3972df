import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { loadDataSources } from './postgresql/data-sources.ts';

export default scenario('DataSources whose PostgreSQL refuses them', {
  package: 'loopback-connector-postgresql',
  versions: ['9.0.3'],
  services: ['postgres'],
  iterations: 100,
  async setup({ load, services }) {
    const { open } = await loadDataSources(load, services.postgres);
    const { refused } = services.postgres.faults;
    // Two failures in turn; every batch of ten holds each of them five times.
    const failures = [
      { settings: refused, error: /ECONNREFUSED/ },
      { settings: { password: 'wrong' }, error: /password authentication failed/ },
    ];
    return { open, failures };
  },
  async iterate({ open, failures }, i) {
    const { settings, error } = failures[i % failures.length];
    const tenant = open('public', { ...settings, lazyConnect: true });
    tenant.on('error', () => {});
    await rejects(tenant.connect(), error);
    await tenant.disconnect();
  },
});
