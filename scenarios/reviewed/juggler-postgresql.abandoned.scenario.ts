import { scenario } from 'steadyheap';
import { loadDataSources, useSchema } from './postgresql/data-sources.ts';

/** The pool of pg closes connections that are idle for 10 s: it drains. */
export default scenario('DataSources of PostgreSQL that nobody disconnects', {
  package: 'loopback-connector-postgresql',
  versions: ['9.0.3'],
  services: ['postgres'],
  iterations: 20,
  timeout: '10 min',
  drain: '20 s',
  async setup({ load, services }) {
    return loadDataSources(load, services.postgres);
  },
  async iterate({ open }) {
    await useSchema(open('public'));
  },
});
