import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { loadPools } from './mysql/pools.ts';

export default scenario('one pool of MySQL that is refused again and again', {
  package: 'loopback-connector-mysql',
  versions: ['9.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { makePool } = await loadPools(load);
    return { pool: makePool() };
  },
  async iterate({ pool }) {
    await rejects(pool.query('select 1'), /ECONNREFUSED/);
  },
  async teardown({ pool }) {
    await pool.end();
  },
});
