import { Client } from 'pg';
import { scenario } from 'steadyheap';
import { loadDataSources, useSchema } from './postgresql/data-sources.ts';

const SCHEMAS = 10;

export default scenario('tenants with a database schema each', {
  package: 'loopback-connector-postgresql',
  versions: ['9.0.3'],
  services: ['postgres'],
  iterations: 50,
  async setup({ load, services }) {
    const { faults: _, ...server } = services.postgres;
    const admin = new Client(server);
    await admin.connect();
    for (let schema = 0; schema < SCHEMAS; schema++) await admin.query(`create schema tenant_${schema}`);
    return { admin, ...(await loadDataSources(load, services.postgres)) };
  },
  async iterate({ open }, i) {
    const tenant = open(`tenant_${i % SCHEMAS}`);
    await useSchema(tenant);
    await tenant.disconnect();
  },
  async teardown({ admin }) {
    for (let schema = 0; schema < SCHEMAS; schema++) await admin.query(`drop schema tenant_${schema} cascade`);
    await admin.end();
  },
});
