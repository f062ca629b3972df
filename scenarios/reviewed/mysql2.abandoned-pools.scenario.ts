import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { loadPools } from './mysql/pools.ts';

export default scenario('pools of MySQL that are refused and that nobody ends', {
  package: 'loopback-connector-mysql',
  versions: ['9.0.3'],
  iterations: 100,
  async setup({ load }) {
    return loadPools(load);
  },
  async iterate({ makePool }) {
    await rejects(makePool().query('select 1'), /ECONNREFUSED/);
  },
});
