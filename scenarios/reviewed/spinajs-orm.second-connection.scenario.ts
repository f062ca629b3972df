import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { CHILDREN_STAY, loadOrm } from './spinajs/orm.ts';

export default scenario('the second of two connections fails', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450', '2.0.450+di.2.0.268'],
  iterations: 100,
  async setup({ load }) {
    return loadOrm(load, [
      { Name: 'main', Driver: 'working' },
      { Name: 'replica', Driver: 'refused' },
    ]);
  },
  async iterate({ DI, Orm }) {
    await rejects(DI.resolve(Orm), /connection refused/);
  },
  known: [CHILDREN_STAY],
});
